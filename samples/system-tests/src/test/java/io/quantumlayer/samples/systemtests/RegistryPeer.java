package io.quantumlayer.samples.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A registry that others wrote, on the loopback interface. */
final class RegistryPeer implements AutoCloseable {
    /** Those that are known. */
    enum Kind {
        /** Without the referrers interface. */
        DOCKER_REGISTRY("docker-registry"),
        /** With it. */
        OLAREG("olareg");

        private final String program;

        Kind(String program) {
            this.program = program;
        }
    }

    private final Process process;
    private final int port;

    private RegistryPeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RegistryPeer start(Kind kind, Path folder) {
        return start(kind, folder, true);
    }

    /** Starts one that refuses to delete, as they do unless they are told otherwise. */
    static RegistryPeer startWithoutDeletion(Kind kind, Path folder) {
        return start(kind, folder, false);
    }

    private static RegistryPeer start(Kind kind, Path folder, boolean deletes) {
        Path program = Peer.find(kind.program);
        try {
            Files.createDirectories(folder);
            int port = freePort();
            Process process = new ProcessBuilder(command(kind, program, folder, port, deletes))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            RegistryPeer server = new RegistryPeer(process, port);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    private static List<String> command(Kind kind, Path program, Path folder, int port, boolean deletes)
            throws IOException {
        String data = folder.resolve("data").toString();
        if (kind == Kind.OLAREG) {
            String deletion = "--api-delete=" + deletes;
            return List.of(program + "", "serve", "--dir", data, "--addr", "127.0.0.1", "--port", port + "", deletion);
        }
        Path config = folder.resolve("config.yml");
        Files.writeString(
                config,
                "version: 0.1\nlog:\n  level: error\nstorage:\n  filesystem:\n    rootdirectory: " + data
                        + "\n  delete:\n    enabled: " + deletes + "\nhttp:\n  addr: 127.0.0.1:" + port + "\n");
        return List.of(program.toString(), "serve", config.toString());
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new AssertionError("the registry ended before it was ready");
            }
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new AssertionError("the registry was not ready after a minute");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
