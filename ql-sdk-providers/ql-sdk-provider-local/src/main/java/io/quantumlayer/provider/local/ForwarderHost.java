package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.provider.local.forwarder.ForwarderFolder;
import io.quantumlayer.provider.local.forwarder.ForwarderJar;
import io.quantumlayer.provider.local.forwarder.ForwarderMain;
import io.quantumlayer.provider.local.forwarder.ForwarderReady;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has a forwarder run for an application: finds the one that runs, or starts one.
 *
 * <p>It is our own code, which must know its pid on this machine, so it is no sandboxed command. It is started without
 * a parent and in a session of its own: it outlives the host, and no thread of the host waits for it. What is
 * remembered here are only starts that this host has under way; forgetting one costs a second start, which the folder's
 * lock turns away.
 */
final class ForwarderHost {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TAIL_LINES = 20;
    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");

    private static final String WITHOUT_PARENT = "\"$@\" &";
    private static final String WITH_EXIT_CODE =
            "trap '' HUP INT; left=$0; \"$@\"; echo $? >\"$left.new\" && mv \"$left.new\" \"$left\"";

    private final Optional<JavaProgram> java;
    private final AtomicLong starts = new AtomicLong();
    private final Map<Path, Start> underWay = new ConcurrentHashMap<>();

    ForwarderHost(Optional<JavaProgram> java) {
        this.java = java;
    }

    /**
     * Finds or starts the forwarder of a folder.
     *
     * @param folder the folder, which need not exist
     * @param port the stable address's port, or 0 for the one it had or any
     * @return the running forwarder, on whatever port it runs; pending until it is ready
     */
    Effect<ForwarderReady> run(ForwarderFolder folder, int port) throws IOException {
        if (folder.running()) {
            Optional<ForwarderReady> ready = folder.ready();
            ready.ifPresent(known -> underWay.remove(folder.path()));
            return ready.map(Effect::done).orElseGet(() -> Effect.pending(POLL));
        }
        Start begun = underWay.get(folder.path());
        if (begun == null) {
            return start(folder, port);
        }
        if (begun.mayStillCome()) {
            return Effect.pending(POLL);
        }
        underWay.remove(folder.path());
        int code = begun.exitCode();
        return switch (code) {
            case Start.UNKNOWN ->
                Effect.failed(LocalFailures.forwarderUnknown("the forwarder did not come up within " + PATIENCE));
            case ForwarderMain.EXIT_OK -> start(folder, port); // turned away by one that has ended since
            case ForwarderMain.EXIT_PORT_TAKEN -> Effect.failed(LocalFailures.addressTaken(log(folder)));
            default -> Effect.failed(LocalFailures.forwarderEnded(code, log(folder)));
        };
    }

    /** Whether this host has a start under way that may still give a running forwarder. */
    boolean starting(ForwarderFolder folder) throws IOException {
        Start begun = underWay.get(folder.path());
        boolean coming = begun != null && begun.mayStillCome();
        if (!coming) {
            underWay.remove(folder.path());
        }
        return coming;
    }

    /** Forgets what is being started, and ends none of it. */
    void forget() {
        underWay.clear();
    }

    private Effect<ForwarderReady> start(ForwarderFolder folder, int port) throws IOException {
        if (port != 0 && Ports.taken(port)) {
            return Effect.failed(LocalFailures.portTaken(port));
        }
        JavaProgram program = java.orElseThrow(() -> new QuantumLayerException(LocalFailures.noJava()));
        Folders.create(folder.path());
        folder.prepare();
        Path jar = ForwarderJar.writeTo(folder.path().resolve("forwarder.jar"));
        Path exit = folder.path().resolve("exit-" + ProcessHandle.current().pid() + "-" + starts.incrementAndGet());
        Files.deleteIfExists(exit);
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", WITHOUT_PARENT, "starter"));
        if (Files.isExecutable(NEW_SESSION)) {
            line.add(NEW_SESSION.toString());
        }
        line.addAll(List.of("/bin/sh", "-c", WITH_EXIT_CODE, exit.toString()));
        line.addAll(ForwarderJar.command(program.path(), jar, folder, port));
        launch(line, folder);
        underWay.put(folder.path(), new Start(exit, System.nanoTime()));
        return Effect.pending(POLL);
    }

    private static void launch(List<String> line, ForwarderFolder folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(logFile(folder).toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a forwarder was being started");
        }
    }

    private static List<String> log(ForwarderFolder folder) throws IOException {
        return new RunLog(logFile(folder), SecretMask.none()).tail(TAIL_LINES);
    }

    private static Path logFile(ForwarderFolder folder) {
        return folder.path().resolve("forwarder.log");
    }

    /**
     * A start under way.
     *
     * @param exit the file that appears with the exit code when the forwarder has ended
     * @param since when it began, by the clock that never jumps
     */
    private record Start(Path exit, long since) {
        private static final int UNKNOWN = -1;

        boolean mayStillCome() throws IOException {
            return exitCode() == UNKNOWN && System.nanoTime() - since < PATIENCE.toNanos();
        }

        int exitCode() throws IOException {
            String text = Files.exists(exit) ? Files.readString(exit).strip() : "";
            return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : UNKNOWN;
        }
    }
}
