package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.journal.RunHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes runs in this process, on virtual threads where there are some, else on a bounded number of threads.
 *
 * <p>A run whose journal refuses a write, whose flow fails or whose step throws an {@link Error} stops here without
 * another write: its completion fails with that cause, and {@link #resume} goes on with it. {@link #close} waits for
 * steps that ignore their interruption, but at most {@value #CLOSE_SECONDS} seconds; then it says so in the log.
 */
public final class InProcessEngine implements ExecutionEngine {
    /** How long {@link #close} waits for a step that ignores its interruption, in seconds. */
    public static final int CLOSE_SECONDS = 30;

    private static final int MAX_THREADS = 32;
    private static final Logger LOG = LoggerFactory.getLogger(InProcessEngine.class);

    private final EngineSetup setup;
    private final FlowEventCodec codec = new FlowEventCodec();
    private final RunHistory history;
    private final WorkerPool workers;
    private final Map<RunId, RunExecution> executions = new ConcurrentHashMap<>();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private volatile @Nullable QuantumLayerException lost;
    private boolean closed;

    private InProcessEngine(EngineSetup setup, WorkerPool workers) {
        this.setup = setup;
        this.history = new RunHistory(setup.journal(), codec);
        this.workers = workers;
    }

    /**
     * Returns the factory of engines with the default limit: 32 threads where there are no virtual ones.
     *
     * @return the factory
     */
    public static EngineFactory factory() {
        return factory(MAX_THREADS);
    }

    /**
     * Returns a factory of engines.
     *
     * @param maxThreads how many steps may run at once where there are no virtual threads; positive
     * @return the factory
     */
    public static EngineFactory factory(int maxThreads) {
        if (maxThreads < 1) {
            throw new IllegalArgumentException("maxThreads must be positive, not " + maxThreads);
        }
        return setup -> new InProcessEngine(setup, new WorkerPool(maxThreads));
    }

    /**
     * Returns a factory of engines on threads of the host.
     *
     * @param executor runs the steps; never shut down here
     * @return the factory
     */
    public static EngineFactory factory(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return setup -> new InProcessEngine(setup, new WorkerPool(MAX_THREADS, executor));
    }

    @Override
    public void start(RunRequest request) {
        whileOpen(() -> {
            RunId id = request.id();
            int version = setup.currentVersion(request.kind());
            RunFold<?> fold = new RunFold<>(setup.flow(request.kind(), version));
            Instant now = fold.time(setup.time().clock().instant());
            FlowEvent started = FlowEvent.started(now, request.input());
            RunHeader header = new RunHeader(id, request.kind(), version, false, now);
            setup.journal().begin(setup.owner(), header, List.of(codec.encode(started)));
            RunExecution execution = execution(id, fold);
            executions.put(id, execution);
            execution.begin(started);
            dropIfLost(execution);
        });
    }

    @Override
    public void resume(RunId run) {
        whileOpen(() -> {
            RunExecution old = executions.get(run);
            if (old != null && !old.over()) {
                return;
            }
            RunHeader header = setup.journal().find(run).orElseThrow(() -> unknown(run));
            RunExecution fresh = execution(run, new RunFold<>(setup.flow(header.kind(), header.flowVersion())));
            RunExecution held = executions.compute(run, (id, o) -> o == null || o.over() ? fresh : o);
            if (held == fresh) {
                carryOn(fresh);
            }
        });
    }

    /** Asks the journal only now, when nobody else here can carry the run on. */
    private void carryOn(RunExecution fresh) {
        boolean resumed = false;
        try {
            if (!setup.journal().find(fresh.id()).map(RunHeader::ended).orElse(true)) {
                fresh.resume(history.events(fresh.id()));
                resumed = true;
                dropIfLost(fresh);
            }
        } finally {
            if (!resumed) {
                executions.remove(fresh.id(), fresh);
            }
        }
    }

    /** For a run that got into the map while the host lost its lease: one of the two sees the other. */
    private void dropIfLost(RunExecution execution) {
        QuantumLayerException cause = lost;
        if (cause != null) {
            execution.drop(cause);
        }
    }

    private RunExecution execution(RunId id, RunFold<?> fold) {
        return new RunExecution(id, setup, workers, codec, fold, ended -> executions.remove(ended.id(), ended));
    }

    private void whileOpen(Runnable action) {
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The engine is closed");
            }
            QuantumLayerException refused = lost;
            if (refused != null) {
                throw refused;
            }
            action.run();
        } finally {
            gate.readLock().unlock();
        }
    }

    @Override
    public void signal(RunId run, String name, byte[] payload) {
        RunExecution execution = executions.get(run);
        if (execution != null && !execution.over()) {
            execution.signal(name, payload);
            return;
        }
        Optional<RunHeader> header = setup.journal().find(run);
        if (header.isPresent() && !header.get().ended()) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONCURRENCY,
                    "engine.run-elsewhere",
                    "Run " + run + " has not ended and does not go on here; resume it, or signal it where it goes on"));
        }
    }

    @Override
    public CompletionStage<byte[]> completion(RunId run) {
        RunExecution execution = executions.get(run);
        if (execution != null) {
            return execution.completion();
        }
        Optional<RunHeader> header = setup.journal().find(run);
        if (header.isEmpty() || !header.get().ended()) {
            return CompletableFuture.failedFuture(unknown(run));
        }
        RunFold<?> fold =
                new RunFold<>(setup.flow(header.get().kind(), header.get().flowVersion()));
        FlowCommand last = fold.replay(history.events(run));
        return CompletableFuture.completedFuture(last.data());
    }

    @Override
    public List<FlowEvent> history(RunId run) {
        return history.events(run);
    }

    @Override
    public void abandon() {
        QuantumLayerException cause = new QuantumLayerException(Failure.of(
                ErrorType.CONCURRENCY, "journal.fenced", "This host lost its lease; its runs may go on elsewhere"));
        lost = cause;
        executions.values().forEach(execution -> execution.drop(cause));
    }

    @Override
    public void close() {
        gate.writeLock().lock();
        try {
            closed = true; // Whoever was let in before has its run in the map by now.
        } finally {
            gate.writeLock().unlock();
        }
        long end = System.nanoTime() + Duration.ofSeconds(CLOSE_SECONDS).toNanos();
        executions.values().forEach(RunExecution::suspend);
        awaitAll(end);
        if (!workers.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
            LOG.warn("A step ignores its interruption; its thread is left behind when the engine closes");
        }
    }

    /** Waits until no run needs a worker any more, to store its last event or to notice that it is suspended. */
    private void awaitAll(long end) {
        CompletableFuture<?> all = CompletableFuture.allOf(executions.values().stream()
                .map(execution -> execution.completion().toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
        boolean interrupted = false;
        boolean waiting = true;
        while (waiting) {
            try {
                all.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                waiting = false;
            } catch (InterruptedException e) {
                interrupted = true; // As in the pool: told again when all is done.
            } catch (ExecutionException | CancellationException | TimeoutException e) {
                waiting = false; // How each run ended is told by its own completion.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static QuantumLayerException unknown(RunId run) {
        return new QuantumLayerException(Failure.of(
                ErrorType.CONFIGURATION, "engine.run-unknown", "Run " + run + " neither goes on here nor has ended"));
    }
}
