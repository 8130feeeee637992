package io.quantumlayer.registry.oci;

import java.io.File;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A registry that others wrote, on the loopback interface; a missing one skips the test by its name. */
final class RegistryServer implements AutoCloseable {
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

    private RegistryServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RegistryServer start(Kind kind, Path folder) {
        Path program = find(kind.program);
        Assumptions.assumeTrue(
                program != null, () -> kind.program + " is missing; install it with .ci/peers " + kind.program);
        try {
            int port = freePort();
            Process process = new ProcessBuilder(command(kind, program, folder, port))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            RegistryServer server = new RegistryServer(process, port);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    private static List<String> command(Kind kind, Path program, Path folder, int port) throws IOException {
        if (kind == Kind.OLAREG) {
            String data = folder.resolve("data").toString();
            return List.of(
                    program.toString(),
                    "serve",
                    "--dir",
                    data,
                    "--addr",
                    "127.0.0.1",
                    "--port",
                    "" + port,
                    "--api-delete");
        }
        Path config = folder.resolve("config.yml");
        Files.writeString(
                config,
                "version: 0.1\nstorage:\n  filesystem:\n    rootdirectory: " + folder.resolve("data")
                        + "\n  delete:\n    enabled: true\nhttp:\n  addr: 127.0.0.1:" + port + "\n");
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

    @org.jspecify.annotations.Nullable
    private static Path find(String program) {
        String cache = System.getenv("QL_PEERS");
        String peers = cache == null ? System.getProperty("user.home") + "/.cache/ql-peers" : cache;
        return Stream.concat(
                        Stream.of(peers + "/bin"),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
