package io.quantumlayer.samples.benchmarks.engine;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.Engines;
import io.quantumlayer.journal.jdbc.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The engine of this process over a fresh journal on SQLite. */
final class OurEngine implements EngineUnderTest {
    static final int CALLERS = 16;

    private final AtomicLong next = new AtomicLong();
    private final Time time = new Time();
    private final Journal journal;
    private final ExecutionEngine engine;
    private final byte[] payload = Payload.json();

    OurEngine(Path folder, Durability durability) throws IOException {
        Path file = Files.createTempDirectory(folder, "journal").resolve("journal.db");
        this.journal = SqliteJournal.at(file).durability(durability).build();
        Owner owner = journal.register(ProcessHandle.current().pid() + ".0.bench", Duration.ofHours(1), Instant.now());
        this.engine = Engines.inProcess().create(new Setup(journal, owner, time));
    }

    @Override
    public void runOnce() {
        long number = next.incrementAndGet();
        ApplicationId application = new ApplicationId("bench", "a" + number);
        RunId run = new RunId(application, String.format("%026d", number));
        engine.start(new RunRequest(run, RunKind.DEPLOY, payload));
        engine.completion(run).toCompletableFuture().join();
    }

    @Override
    public void close() {
        engine.close();
        journal.close();
        time.close();
    }

    /**
     * Three steps that do nothing.
     *
     * @param journal the journal
     * @param owner the owner
     * @param time the source of time
     */
    private record Setup(Journal journal, Owner owner, TimeSource time) implements EngineSetup {
        @Override
        public int currentVersion(RunKind kind) {
            return 1;
        }

        @Override
        public Flow<?> flow(RunKind kind, int version) {
            return new ThreeSteps();
        }

        @Override
        public StepFunction steps() {
            return call -> Effect.done(call.input());
        }

        @Override
        public EngineObserver observer() {
            return (run, event, command) -> {};
        }
    }

    /** The system's time. */
    private static final class Time implements TimeSource {
        private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public Timer at(Instant at, Runnable task) {
            long nanos = Duration.between(Instant.now(), at).toNanos();
            ScheduledFuture<?> planned = timers.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return () -> planned.cancel(false);
        }

        @Override
        public void close() {
            timers.shutdownNow();
        }
    }
}
