package io.quantumlayer.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.testkit.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A host for one engine under test: its flow, steps, journal and time, and what the engine told its observer. */
final class KitHost implements EngineSetup, AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(1).toNanos();

    private final KitFlow flow;
    private final Journal journal;
    private final Owner owner;
    private final ManualTime time;
    private final ExecutionEngine engine;
    private final Map<String, StepFunction> functions = new ConcurrentHashMap<>();
    private final List<String> observed = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    KitHost(EngineFactory factory, KitFlow flow, Journal journal, ManualTime time) {
        this.flow = flow;
        this.journal = journal;
        this.time = time;
        this.owner =
                journal.register("1.1.kit", Duration.ofSeconds(15), time.clock().instant());
        this.engine = factory.create(this);
    }

    ExecutionEngine engine() {
        return engine;
    }

    /** Says what a step does; a step nobody speaks of answers with its id. */
    KitHost step(String id, StepFunction function) {
        functions.put(id, function);
        return this;
    }

    RunId start(String application, String input) {
        RunId run = run(application);
        engine.start(new RunRequest(run, RunKind.DEPLOY, input.getBytes(UTF_8)));
        return run;
    }

    static RunId run(String application) {
        return new RunId(new ApplicationId("kit", application), KitCalls.key(application));
    }

    String end(RunId run) {
        CompletableFuture<byte[]> end = engine.completion(run).toCompletableFuture();
        return new String(end.orTimeout(PATIENCE_NANOS, TimeUnit.NANOSECONDS).join(), UTF_8);
    }

    List<String> observed() {
        return List.copyOf(observed);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Waits, without a guess how long that takes, until something holds. */
    static void eventually(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    @Override
    public int currentVersion(RunKind kind) {
        return 1;
    }

    @Override
    public Flow<?> flow(RunKind kind, int version) {
        return flow;
    }

    @Override
    public StepFunction steps() {
        return call -> {
            calls.add(call.step() + " of " + call.run().application().name());
            byte[] id = call.step().getBytes(UTF_8);
            return functions.getOrDefault(call.step(), c -> Effect.done(id)).run(call);
        };
    }

    @Override
    public EngineObserver observer() {
        return (run, event, command) -> observed.add(
                event.kind() + (event.step().isEmpty() ? "" : " " + event.step()) + " -> " + command.kind());
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Owner owner() {
        return owner;
    }

    @Override
    public TimeSource time() {
        return time;
    }

    @Override
    public void close() {
        engine.close();
        journal.release(owner);
    }
}
