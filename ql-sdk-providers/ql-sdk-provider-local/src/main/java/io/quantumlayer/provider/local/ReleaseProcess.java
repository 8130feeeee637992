package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.provider.LogPage;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process of a placed release as anybody finds it: by the record in its folder, never from memory. */
final class ReleaseProcess {
    private static final int TAIL_LINES = 20;

    private final Runners runners;
    private final ProcFs proc;
    private final Duration grace;

    /**
     * Who runs processes.
     *
     * @param launcher runs those of this machine
     * @param podman runs those in containers
     */
    record Runners(ProcessLauncher launcher, Podman podman) {}

    ReleaseProcess(Runners runners, ProcFs proc, Duration grace) {
        this.runners = runners;
        this.proc = proc;
        this.grace = grace;
    }

    ProcessState state(ReleaseFolder folder, ProcessRecord record) {
        return folder.inContainer()
                ? runners.podman().state(record.marker())
                : runners.launcher().state(folder.run(), record.marker());
    }

    /** The state of the recorded process, if it is alive. */
    Optional<ProcessState> running(ReleaseFolder folder) throws IOException {
        return folder.process()
                .map(record -> state(folder, record))
                .filter(state -> state.kind() == ProcessState.Kind.RUNNING);
    }

    /** Who listens on the recorded port. */
    Listener listener(ProcessRecord record, ProcessState state) throws IOException {
        return Listener.at(proc, record.port(), state.pid(), record.marker());
    }

    /** The port a placed release was told to listen on. */
    int port(ReleaseFolder folder) throws IOException {
        return folder.process()
                .map(ProcessRecord::port)
                .orElseThrow(() -> new QuantumLayerException(LocalFailures.notPlaced(folder.release())));
    }

    /** Ends the process and everything it started, if there is one, and forgets it once it is gone. */
    Effect<Map<String, String>> stop(CallContext context, ReleaseFolder folder) throws IOException {
        Optional<ProcessRecord> record = folder.process();
        if (record.isPresent()) {
            Duration patience = grace.compareTo(context.remaining()) < 0 ? grace : context.remaining();
            String marker = record.get().marker();
            ProcessState state = folder.inContainer()
                    ? runners.podman().stop(marker, patience)
                    : runners.launcher().stop(folder.run(), marker, patience);
            if (state.kind() == ProcessState.Kind.RUNNING) {
                return Effect.failed(LocalFailures.stillRunning(state.pid()));
            }
            folder.forgetProcess();
        }
        return Effect.done(Map.of());
    }

    /** What others may know of it: nothing secret. */
    Map<String, String> describe(ReleaseFolder folder, ProcessRecord record, long pid) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("release", folder.release().value());
        attributes.put("pid", Long.toString(pid));
        attributes.put("port", Integer.toString(record.port()));
        attributes.put("candidate", Ports.address(record.port()).toString());
        attributes.put("log", folder.log().toString());
        attributes.put("traffic", folder.application().stats().toString());
        return attributes;
    }

    List<String> lastLines(ReleaseFolder folder) throws IOException {
        return log(folder).tail(TAIL_LINES);
    }

    LogPage page(ReleaseFolder folder, String cursor) throws IOException {
        return log(folder).page(offset(cursor), running(folder).isEmpty());
    }

    private static RunLog log(ReleaseFolder folder) throws IOException {
        return new RunLog(folder.log(), SecretMask.of(folder.secrets()));
    }

    private static long offset(String cursor) {
        if (!cursor.matches("[0-9]{0,18}")) {
            throw new QuantumLayerException(LocalFailures.badCursor());
        }
        return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }
}
