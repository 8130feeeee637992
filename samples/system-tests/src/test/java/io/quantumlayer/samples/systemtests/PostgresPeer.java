package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on loopback, with a user that has a password. */
final class PostgresPeer implements AutoCloseable {
    static final String PASSWORD = "correct-horse-battery";

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresPeer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes a cluster in a folder that the server's user may enter, and starts it. */
    static PostgresPeer start() throws IOException, InterruptedException {
        Path programs = programs();
        Path folder = Files.createTempDirectory("ql-pg");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        PostgresPeer server = new PostgresPeer(programs, folder, freePort());
        String file = password.toString();
        server.unprivileged("initdb", "-D", server.data(), "-U", "app", "-A", "scram-sha-256", "--pwfile", file);
        server.up();
        return server;
    }

    String url(String database) {
        return "postgresql://app:" + PASSWORD + "@127.0.0.1:" + port + "/" + database;
    }

    /** Starts it, on the same port as before. */
    void up() throws IOException, InterruptedException {
        String options = "-p " + port + " -h 127.0.0.1 -k " + folder;
        unprivileged("pg_ctl", "-D", data(), "-o", options, "-l", folder.resolve("log") + "", "-w", "start");
    }

    /** Stops it as a crash would. */
    void down() throws IOException, InterruptedException {
        unprivileged("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    String ask(String database, String statement) throws IOException, InterruptedException {
        return run(asking(database, statement)).strip();
    }

    /** Starts to ask and lets the statement take its time. */
    Process asks(String database, String statement) throws IOException {
        return builder(asking(database, statement)).start();
    }

    private List<String> asking(String database, String statement) {
        return List.of(programs.resolve("psql") + "", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement, url(database));
    }

    private void unprivileged(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = builder(command).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("%s ended", command)
                .isTrue();
        String said = Files.readString(said(command));
        assertThat(process.exitValue()).as("%s: %s", command.get(0), said).isZero();
        return said;
    }

    /** To a file, since the server that pg_ctl starts would hold a pipe open. */
    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said(command).toFile());
    }

    private Path said(List<String> command) {
        return folder.resolve("said-" + Integer.toHexString(command.hashCode()));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public void close() throws IOException {
        try {
            down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server stops", e);
        }
        removeFolder();
    }

    private void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        List<Path> found = List.of();
        if (Files.isDirectory(versions)) {
            try (Stream<Path> all = Files.list(versions)) {
                found = all.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted()
                        .toList();
            }
        }
        assumeTrue(!found.isEmpty(), "peer postgresql is missing; .ci/peers postgresql installs it");
        return found.get(found.size() - 1);
    }
}
