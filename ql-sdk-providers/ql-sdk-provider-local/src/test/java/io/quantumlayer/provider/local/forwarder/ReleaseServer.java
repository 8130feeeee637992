package io.quantumlayer.provider.local.forwarder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A release that answers each line with its name, on connections that stay open, and can keep one waiting. */
final class ReleaseServer implements AutoCloseable {

    /** The line that is answered only after {@link #answerHeld()}. */
    static final String HOLD = "hold";

    private final String name;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch holding = new CountDownLatch(1);

    ReleaseServer(String name) throws IOException {
        this.name = name;
        this.listener = new ServerSocket();
        this.listener.bind(Sockets.loopback(0), 1_024);
        threads.execute(this::accept);
    }

    String name() {
        return name;
    }

    int port() {
        return listener.getLocalPort();
    }

    void awaitHeld() throws InterruptedException {
        holding.await();
    }

    void answerHeld() {
        held.countDown();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        held.countDown();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed by close()
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(HOLD)) {
                    holding.countDown();
                    held.await();
                }
                socket.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException e) {
            // The client or the test ended the connection: what that means is the test's to judge.
        } finally {
            open.remove(socket);
        }
    }
}
