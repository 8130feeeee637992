package io.quantumlayer.monitoring.internal.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A real process of this JVM's own java program that waits until it is closed. */
final class Sleeper implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Sleeper(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        output.readLine();
    }

    /** Starts a process that carries the release in its environment. */
    static Sleeper carrying(String release) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java());
        builder.environment().put("QL_RELEASE", release);
        return new Sleeper(builder.start());
    }

    /** Starts a shell that does not carry the release and a process below it that does, as a launcher would. */
    static Sleeper below(String release) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "QL_RELEASE=" + release + " \"$0\" \"$@\"; :"));
        command.addAll(java());
        return new Sleeper(new ProcessBuilder(command).start());
    }

    long pid() {
        return process.pid();
    }

    Instant startedAt() {
        return process.toHandle().info().startInstant().orElseThrow();
    }

    /** Lets it spend half a second of processor time. */
    void burn() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
        output.readLine();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> java() {
        String program = ProcessHandle.current().info().command().orElseThrow();
        return List.of(program, "-Xshare:auto", "-cp", classes().toString(), SleeperMain.class.getName());
    }

    private static Path classes() {
        try {
            return Path.of(Sleeper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
