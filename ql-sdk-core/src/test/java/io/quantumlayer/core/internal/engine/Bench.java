package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.engine.RunRequest;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One engine with all that it works with, as a test wants it. */
final class Bench implements EngineSetup, AutoCloseable {
    final ManualTime time;
    final Journal journal;
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    final List<String> called = Collections.synchronizedList(new ArrayList<>());
    Flow<?> flow = LineFlow.of("a", "b", "c");
    StepFunction steps = call -> Effect.done(call.input());
    EngineObserver observer = (run, event, command) -> {};
    int version = 1;
    private final Owner owner;
    private InProcessEngine engine;

    Bench() {
        this(new ManualTime(), new MemoryJournal());
    }

    Bench(ManualTime time, Journal journal) {
        this.time = time;
        this.journal = journal;
        this.owner = journal.register("1.2.3", Duration.ofSeconds(15), time.now());
    }

    InProcessEngine engine() {
        return engine(32);
    }

    InProcessEngine engine(int threads) {
        if (engine == null) {
            engine = (InProcessEngine) InProcessEngine.factory(threads).create(this);
        }
        return engine;
    }

    static RunId run(int number) {
        return new RunId(new ApplicationId("t", "app" + number), "run" + "%023d".formatted(number));
    }

    List<RunId> claim() {
        return journal.claim(owner, time.now());
    }

    void start(RunId run, String input) {
        engine().start(new RunRequest(run, RunKind.DEPLOY, bytes(input)));
    }

    String await(RunId run) throws Exception {
        return text(engine().completion(run).toCompletableFuture().get(10, TimeUnit.SECONDS));
    }

    /** Waits until the observer was told of an event and its command. */
    void awaitSeen(String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (seen) {
            while (!seen.contains(what)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(what + " does not come; seen " + seen);
                }
                seen.wait(1_000);
            }
        }
    }

    List<String> history(RunId run) {
        return engine().history(run).stream().map(Bench::name).toList();
    }

    static String name(FlowEvent event) {
        return event.step().isEmpty() ? event.kind().name() : event.kind() + " " + event.step();
    }

    static String name(FlowCommand command) {
        return command.step().isEmpty() ? command.kind().name() : command.kind() + " " + command.step();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int currentVersion(RunKind kind) {
        return version;
    }

    @Override
    public Flow<?> flow(RunKind kind, int asked) {
        return flow;
    }

    @Override
    public StepFunction steps() {
        return call -> {
            called.add(call.step());
            return steps.run(call);
        };
    }

    @Override
    public EngineObserver observer() {
        return (run, event, command) -> {
            synchronized (seen) {
                seen.add(name(event) + " -> " + name(command));
                seen.notifyAll();
            }
            observer.onEvent(run, event, command);
        };
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
        if (engine != null) {
            engine.close();
        }
    }
}
