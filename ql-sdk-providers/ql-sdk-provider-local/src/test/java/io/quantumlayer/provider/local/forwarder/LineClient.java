package io.quantumlayer.provider.local.forwarder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of a {@link ReleaseServer} that keeps its connection; nothing it does blocks for more than ten seconds. */
final class LineClient implements AutoCloseable {

    private static final int LIMIT_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;

    LineClient(int port) throws IOException {
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(Sockets.loopback(port), LIMIT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Which release answers on a connection of its own. */
    static String askOnce(int port) throws IOException {
        try (LineClient client = new LineClient(port)) {
            return client.ask("who");
        }
    }

    String ask(String line) throws IOException {
        say(line);
        return hear();
    }

    void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The next line, or null when the other side ended in order. */
    String hear() throws IOException {
        return in.readLine();
    }

    void waitAtMost(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
