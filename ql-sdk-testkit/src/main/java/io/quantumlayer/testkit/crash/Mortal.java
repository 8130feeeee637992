package io.quantumlayer.testkit.crash;

import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.engine.StepInterceptor;
import io.quantumlayer.api.spi.image.ImageBuilder;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.signing.ImageSigning;
import io.quantumlayer.testkit.intercept.CallInterceptor;
import io.quantumlayer.testkit.intercept.SpiCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One library instance that can be killed: put {@link #journal}, {@link #interceptor()} and this call interceptor
 * around its parts. Once its crash point is reached every commit and every outside call of this instance, and of no
 * other, throws {@link SimulatedKill}. Thread-safe.
 */
public final class Mortal implements CallInterceptor {
    private static final Map<Class<?>, List<String>> OUTSIDE = Map.of(
            Provider.class, List.of("ensure", "remove", "switchTraffic", "switchOff"),
            Monitor.class, List.of("attach", "detach"),
            ArtifactBuilder.class, List.of("build", "discard"),
            ImageBuilder.class, List.of("build", "push"),
            ImageSigning.class, List.of("sign", "attest"),
            ImageRegistry.class, List.of("delete"));

    private final CrashPoint point;
    private final CompletableFuture<CrashPoint> killed = new CompletableFuture<>();
    private final List<String> commits = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /**
     * Creates the fate of one instance.
     *
     * @param point when it is killed
     */
    public Mortal(CrashPoint point) {
        this.point = Objects.requireNonNull(point, "point");
    }

    /**
     * Returns the kill to come.
     *
     * @return completes when the instance is killed, perhaps never
     */
    public CompletionStage<CrashPoint> killed() {
        return killed.copy();
    }

    /**
     * Says whether the instance was killed.
     *
     * @return whether its crash point was reached
     */
    public boolean dead() {
        return killed.isDone();
    }

    /**
     * Returns the commits that were begun.
     *
     * @return what each was to write, in order
     */
    public List<String> commits() {
        return List.copyOf(commits);
    }

    /**
     * Returns the outside calls that were begun.
     *
     * @return one line each, in order
     */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /**
     * Puts the crash point into a journal.
     *
     * @param shared the journal, which outlives the instance and is not closed by it
     * @return the journal as this instance sees it
     */
    public Journal journal(Journal shared) {
        return new CrashingJournal(shared, this);
    }

    /**
     * Returns what stops the steps of a dead instance.
     *
     * @return the interceptor for the library's builder
     */
    public StepInterceptor interceptor() {
        return (call, next) -> {
            live();
            return next.run(call);
        };
    }

    @Override
    public @Nullable Object around(SpiCall call) throws Throwable {
        if (call.method().equals("close")) {
            return call.proceed(); // It touches this process alone, which goes on in a test.
        }
        live();
        if (!OUTSIDE.getOrDefault(call.type(), List.of()).contains(call.method())) {
            return call.proceed();
        }
        boolean last = reached(CrashPoint.Moment.INSIDE_CALL, counted(calls, call.toString()));
        Object answer = call.proceed();
        if (last) {
            throw kill();
        }
        live();
        return answer;
    }

    /** Counts a commit; throws if the instance dies before it. Returns whether it dies after it. */
    boolean commit(String what) {
        live();
        int number = counted(commits, what);
        if (reached(CrashPoint.Moment.BEFORE_COMMIT, number)) {
            throw kill();
        }
        return reached(CrashPoint.Moment.AFTER_COMMIT, number);
    }

    void live() {
        if (dead()) {
            throw new SimulatedKill(point);
        }
    }

    SimulatedKill kill() {
        killed.complete(point);
        return new SimulatedKill(point);
    }

    private boolean reached(CrashPoint.Moment moment, int number) {
        return point.moment() == moment && point.number() == number;
    }

    private synchronized int counted(List<String> list, String line) {
        list.add(line);
        return list.size();
    }
}
