package io.quantumlayer.testkit.time;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Cancellation;
import io.quantumlayer.api.spi.engine.FlowCommand;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/**
 * Moves a manual clock to the next timer as soon as every run waits for time alone, so that minutes of backoff pass in
 * milliseconds and never too early. Thread-safe; any number of library instances may share one.
 *
 * <p>It knows that a run waits because it stands around the engine: after each event the flow's command says whether a
 * step runs or a time is awaited. Nothing is guessed from a pause, so a slow machine changes no outcome.
 */
public final class TimeSkipper {
    private final ManualTime time;
    private final Activity activity = new Activity();

    /**
     * Creates a skipper.
     *
     * @param time the clock it moves
     */
    public TimeSkipper(ManualTime time) {
        this.time = Objects.requireNonNull(time, "time");
    }

    /**
     * Begins to watch one more library instance.
     *
     * @return what the instance is to be built with
     */
    public WatchedInstance watch() {
        return new WatchedInstance(time.view(), activity);
    }

    /**
     * Blocks the calling step until it is interrupted; meanwhile its run counts as one that waits for time.
     *
     * @param cancellation the cancellation of the call
     * @throws InterruptedException always, once the caller is interrupted
     */
    public void park(Cancellation cancellation) throws InterruptedException {
        activity.parked(cancellation);
        try {
            new CountDownLatch(1).await();
        } finally {
            activity.unparked(cancellation);
        }
    }

    /**
     * Moves the clock, as often as every run waits, until something is done.
     *
     * @param stage what is to be done
     * @param realTimeout how long that may take on the clock of the machine
     * @param <T> what it gives
     * @return what it gave
     * @throws AssertionError if it is not done in time, telling what still goes on
     * @throws java.util.concurrent.CompletionException if it fails
     */
    public <T> T pumpUntil(CompletionStage<T> stage, Duration realTimeout) {
        CompletableFuture<T> done = stage.toCompletableFuture();
        long end = System.nanoTime() + realTimeout.toNanos();
        var unused = done.whenComplete((value, error) -> activity.changed());
        while (!done.isDone()) {
            if (activity.awaitQuiet(done::isDone, end)) {
                skip(end);
            }
            if (!done.isDone() && System.nanoTime() - end >= 0) {
                throw new AssertionError("not done after " + realTimeout + " of real time; " + activity);
            }
        }
        return done.join();
    }

    private void skip(long end) {
        if (!time.advanceToNextTimer()) {
            activity.awaitChange(end);
        }
    }

    /**
     * Moves the clock in the background whenever every run waits, for tests that block in {@code Deployment.await}.
     *
     * @return ends it
     */
    public Skipping keepSkipping() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        Thread pump = new Thread(() -> pumpUntil(stopped, Duration.ofDays(1)), "ql-time-skipper");
        pump.setDaemon(true);
        pump.start();
        return () -> {
            stopped.complete(null);
            try {
                pump.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Time that is being skipped in the background. */
    @FunctionalInterface
    public interface Skipping extends AutoCloseable {
        /** Stops it; the clock stands still when this returns. Idempotent. */
        @Override
        void close();
    }

    /** What the watched engine tells of its runs. */
    interface RunWatcher {
        /** A run begins or goes on; it is busy. */
        void begun(RunId run);

        /** The flow gave a command: the run is busy with it, or waits. */
        void commanded(RunId run, FlowCommand command);

        /** A signal is on its way to the run; its event comes next. */
        void signalled(RunId run);

        /** The run goes on here no more. */
        void over(RunId run);
    }
}
