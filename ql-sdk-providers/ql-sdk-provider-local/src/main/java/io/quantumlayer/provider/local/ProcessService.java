package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.ProcessState;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a release as one process on a loopback port of its own.
 *
 * <p>Marker and port are written down before the process is started: whoever comes after a crash starts it on the same
 * port under the same marker, or finds it running. A release has one process whatever key asks for it, so that a
 * rollback adopts the one that a deployment started.
 */
final class ProcessService implements LocalService {
    static final String ID = "start-process";

    private static final Duration POLL = Duration.ofMillis(50);
    /** A host that dies between fork and exec leaves a child that gets its marker a moment later. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private static final int MAX_STARTS = 5;

    private final LocalHome home;
    private final Starters starters;
    private final ReleaseProcess processes;
    private final Duration patience;

    /**
     * What starts processes, here or in containers, and how.
     *
     * @param launcher starts those of this machine
     * @param command how it is told to
     * @param podman starts those in containers
     * @param options how it is told to
     */
    record Starters(ProcessLauncher launcher, StartCommand command, Podman podman, ContainerOptions options) {}

    ProcessService(LocalHome home, Starters starters, ReleaseProcess processes, Duration patience) {
        this.home = home;
        this.starters = starters;
        this.processes = processes;
        this.patience = patience;
    }

    @Override
    public Operation operation(ApplicationId application, ReleaseId release) {
        return new Operation(
                ID,
                ResourceNames.of(application, release, "process"),
                FindBy.PROCESS_MARKER,
                SETTLE,
                LocalHome.attributes(application, release));
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec) throws IOException {
        ReleaseFolder folder = home.release(spec);
        if (folder.digest().isEmpty()) {
            return Effect.failed(LocalFailures.notPlaced(spec.release()));
        }
        Attempt attempt = new Attempt(context, spec, folder);
        Optional<ProcessRecord> known = folder.process();
        return known.isEmpty() ? attempt.first() : attempt.goOn(known.get());
    }

    @Override
    public Observation observe(CallContext context, Operation operation) throws IOException {
        ReleaseFolder folder = home.release(operation);
        Optional<ProcessRecord> record = folder.process();
        if (record.isEmpty()) {
            return absent(context, "it was never started, or was removed");
        }
        ProcessState state = processes.state(folder, record.get());
        return switch (state.kind()) {
            case RUNNING -> Sight.of(context, Presence.PRESENT, describe(folder, record.get(), state));
            case NEVER_STARTED -> absent(context, "it was never started");
            case VANISHED -> absent(context, "it is gone without an exit code");
            case EXITED -> absent(context, "it ended with exit code " + state.exitCode());
        };
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) throws IOException {
        return processes.stop(context, home.release(operation));
    }

    private static Observation absent(CallContext context, String reason) {
        return Sight.of(context, Presence.ABSENT, Map.of("reason", reason));
    }

    /** The process that listens is the application; the one that was started may be a sandbox around it. */
    private Map<String, String> describe(ReleaseFolder folder, ProcessRecord record, ProcessState state)
            throws IOException {
        Listener listener = processes.listener(record, state);
        return processes.describe(folder, record, listener.kind() == Listener.Kind.OURS ? listener.pid() : state.pid());
    }

    /** One call of ensure: what it was asked and what follows from what it finds. */
    private final class Attempt {
        private final CallContext context;
        private final ReleaseSpec spec;
        private final ReleaseFolder folder;
        private final Instant now;

        Attempt(CallContext context, ReleaseSpec spec, ReleaseFolder folder) {
            this.context = context;
            this.spec = spec;
            this.folder = folder;
            this.now = context.clock().instant();
        }

        Effect<Map<String, String>> first() throws IOException {
            return afresh(ProcessRecord.first(context.idempotencyKey(), Ports.free(), now));
        }

        Effect<Map<String, String>> goOn(ProcessRecord record) throws IOException {
            ProcessState state = processes.state(folder, record);
            return switch (state.kind()) {
                case NEVER_STARTED -> start(record.resumed(now));
                case RUNNING -> running(record, state);
                case EXITED, VANISHED -> ended(record, state);
            };
        }

        private Effect<Map<String, String>> running(ProcessRecord record, ProcessState state) throws IOException {
            if (!Ports.accepts(record.port())) {
                return waiting(record);
            }
            Listener listener = processes.listener(record, state);
            return switch (listener.kind()) {
                case OURS -> stands(record, listener.pid());
                case FOREIGN -> elsewhere(record);
                case UNKNOWN -> stands(record, state.pid()); // no /proc to look into: believe the connection
            };
        }

        /** From now on its end is news: whoever wants it then gets a new process rather than an old failure. */
        private Effect<Map<String, String>> stands(ProcessRecord record, long pid) throws IOException {
            if (!record.settled()) {
                folder.save(record.settle());
            }
            return Effect.done(processes.describe(folder, record, pid));
        }

        private Effect<Map<String, String>> waiting(ProcessRecord record) throws IOException {
            if (now.isBefore(record.startedAt().plus(patience))) {
                return Effect.pending(POLL);
            }
            List<String> log = processes.lastLines(folder);
            return stopped(LocalFailures.neverListened(record.port(), patience, log));
        }

        private Effect<Map<String, String>> elsewhere(ProcessRecord record) throws IOException {
            if (record.starts() >= MAX_STARTS) {
                return stopped(LocalFailures.portTaken(record.port()));
            }
            Effect<Map<String, String>> gone = processes.stop(context, folder);
            return gone.kind() == Effect.Kind.DONE ? afresh(record.again(Ports.free(), now)) : gone;
        }

        private Effect<Map<String, String>> ended(ProcessRecord record, ProcessState state) throws IOException {
            if (record.settled() || !record.marker().equals(context.idempotencyKey())) {
                return first();
            }
            boolean vanished = state.kind() == ProcessState.Kind.VANISHED;
            boolean unlucky = Ports.taken(record.port()) || (vanished && record.starts() == 1);
            if (unlucky && record.starts() < MAX_STARTS) {
                return afresh(record.again(Ports.free(), now));
            }
            List<String> log = processes.lastLines(folder);
            folder.save(record.settle());
            return Effect.failed(vanished ? LocalFailures.vanished(log) : LocalFailures.ended(state.exitCode(), log));
        }

        private Effect<Map<String, String>> stopped(Failure why) throws IOException {
            Effect<Map<String, String>> gone = processes.stop(context, folder);
            return gone.kind() == Effect.Kind.DONE ? Effect.failed(why) : gone;
        }

        /** The old log, pid and exit code go first: with them a crash right here would look like another end. */
        private Effect<Map<String, String>> afresh(ProcessRecord record) throws IOException {
            Folders.delete(folder.run());
            return start(record);
        }

        private Effect<Map<String, String>> start(ProcessRecord record) throws IOException {
            folder.save(record);
            Folders.createWithin(folder.run());
            if (folder.inContainer()) {
                List<String> options = starters.options().of(context, spec, folder, record);
                starters.podman().start(record.marker(), options, folder.log());
            } else {
                starters.launcher().start(starters.command().prepare(context, spec, folder, record));
            }
            return Effect.pending(POLL);
        }
    }
}
