package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds a step to its deadline: interrupts it then, and gives it up when a little later it has still not come back.
 * Thread-safe; works on the timer thread.
 */
final class StepWatch implements TimeSource.Timer {
    /** How long an interrupted step may take to come back. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final TimeSource time;
    private final StepAttempt attempt;
    private final Runnable onAbandoned;
    private TimeSource.@Nullable Timer timer;
    private boolean cancelled;

    private StepWatch(TimeSource time, StepAttempt attempt, Runnable onAbandoned) {
        this.time = time;
        this.attempt = attempt;
        this.onAbandoned = onAbandoned;
    }

    /** Watches an attempt until it is cancelled; tells if it was given up. */
    static StepWatch over(StepAttempt attempt, TimeSource time, Instant deadline, Runnable onAbandoned) {
        StepWatch watch = new StepWatch(time, attempt, onAbandoned);
        watch.set(deadline, () -> watch.expire(deadline));
        return watch;
    }

    private void expire(Instant deadline) {
        attempt.expire();
        set(deadline.plus(GRACE), this::abandon);
    }

    private void abandon() {
        if (attempt.abandon()) {
            onAbandoned.run();
        }
    }

    private synchronized void set(Instant at, Runnable task) {
        if (!cancelled) {
            timer = time.at(at, task);
        }
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
