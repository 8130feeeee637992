package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.provider.local.forwarder.ForwarderFolder;
import io.quantumlayer.provider.local.forwarder.ForwarderJar;
import io.quantumlayer.provider.local.forwarder.ForwarderMain;
import io.quantumlayer.provider.local.forwarder.ForwarderReady;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has a forwarder run for an application: finds the one that runs, or starts one in a process of its own.
 *
 * <p>It is our own code, which must outlive the host and know its pid on it, so it is no sandboxed command. The
 * processes remembered here are only those this host is starting right now: forgetting them costs a second start, which
 * the folder's lock turns away.
 */
final class ForwarderHost {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int TAIL_LINES = 20;

    private final Optional<JavaProgram> java;
    private final Map<Path, Process> starting = new ConcurrentHashMap<>();

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
        Process begun = starting.get(folder.path());
        if (begun != null && begun.isAlive()) {
            return startedBy(begun, folder);
        }
        starting.remove(folder.path());
        if (folder.running()) {
            return folder.ready().map(Effect::done).orElseGet(() -> Effect.pending(POLL));
        }
        int exit = begun == null ? ForwarderMain.EXIT_OK : begun.exitValue();
        return switch (exit) {
            case ForwarderMain.EXIT_OK -> start(folder, port); // never begun, or turned away by one that ended since
            case ForwarderMain.EXIT_PORT_TAKEN -> Effect.failed(LocalFailures.addressTaken(log(folder)));
            default -> Effect.failed(LocalFailures.forwarderEnded(exit, log(folder)));
        };
    }

    /**
     * Ends a forwarder that this host is still starting.
     *
     * @return whether it was alive
     */
    boolean abandon(ForwarderFolder folder) {
        Process begun = starting.get(folder.path());
        if (begun != null && begun.isAlive()) {
            begun.destroyForcibly();
            return true;
        }
        starting.remove(folder.path());
        return false;
    }

    /** Forgets what is being started, and ends none of it. */
    void forget() {
        starting.clear();
    }

    private Effect<ForwarderReady> startedBy(Process begun, ForwarderFolder folder) throws IOException {
        Optional<ForwarderReady> ready = folder.ready().filter(known -> known.pid() == begun.pid());
        ready.ifPresent(known -> starting.remove(folder.path()));
        return ready.map(Effect::done).orElseGet(() -> Effect.pending(POLL));
    }

    private Effect<ForwarderReady> start(ForwarderFolder folder, int port) throws IOException {
        if (port != 0 && Ports.taken(port)) {
            return Effect.failed(LocalFailures.portTaken(port));
        }
        JavaProgram program = java.orElseThrow(() -> new QuantumLayerException(LocalFailures.noJava()));
        Folders.create(folder.path());
        folder.prepare();
        Path jar = ForwarderJar.writeTo(folder.path().resolve("forwarder.jar"));
        ProcessBuilder builder = new ProcessBuilder(ForwarderJar.command(program.path(), jar, folder, port))
                .directory(folder.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(logFile(folder).toFile());
        builder.environment().clear();
        starting.put(folder.path(), builder.start());
        return Effect.pending(POLL);
    }

    private static List<String> log(ForwarderFolder folder) throws IOException {
        return new RunLog(logFile(folder), SecretMask.none()).tail(TAIL_LINES);
    }

    private static Path logFile(ForwarderFolder folder) {
        return folder.path().resolve("forwarder.log");
    }
}
