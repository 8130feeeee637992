package io.quantumlayer.provider.local.forwarder;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The client's end of one control connection, with one deadline over all it does. */
final class ControlCall implements AutoCloseable {

    private static final int MAX_ANSWER = 64 * 1024;

    private final Socket socket = new Socket();
    private final long deadline;

    ControlCall(int port, Duration limit) throws IOException {
        this.deadline = System.nanoTime() + limit.toNanos();
        try {
            socket.connect(Sockets.loopback(port), left());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    String receive() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < MAX_ANSWER) {
            socket.setSoTimeout(left());
            int next = in.read();
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (next < 0) {
                throw new EOFException("the connection ended early");
            }
            line.write(next);
        }
        throw new IOException("the line is too long");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int left() throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(Integer.MAX_VALUE, millis);
    }
}
