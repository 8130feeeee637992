package io.quantumlayer.core.internal.time;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, and one daemon thread for all timers, which starts with the first of them. Thread-safe.
 *
 * <p>A timer runs after the time that lay between now and then when it was set, and never before the clock says so.
 * After {@link #close} no task runs any more, and a new one is dropped at once.
 */
public final class SystemTime implements TimeSource {
    // Longer times do not fit into nanoseconds; a timer that wakes early waits again.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, this::newThread);
    private volatile @Nullable Thread thread;

    /** Creates a time source; starts no thread. */
    public SystemTime() {
        // A waiting run that is woken by a signal must not leave its timer behind.
        timers.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Timer at(Instant at, Runnable task) {
        Pending pending = new Pending(at, task);
        pending.schedule();
        return pending;
    }

    @Override
    public void close() {
        timers.shutdownNow();
        Thread timer = thread;
        if (timer == null || timer == Thread.currentThread()) {
            return;
        }
        try {
            timer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread newThread(Runnable work) {
        Thread timer = new Thread(work, "ql-timer");
        timer.setDaemon(true);
        thread = timer;
        return timer;
    }

    private final class Pending implements Timer, Runnable {
        private final Instant at;
        private final Runnable task;
        private boolean cancelled;
        private @Nullable ScheduledFuture<?> future;

        Pending(Instant at, Runnable task) {
            this.at = at;
            this.task = task;
        }

        private synchronized void schedule() {
            if (cancelled) {
                return;
            }
            try {
                future = timers.schedule(this, delay(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                cancelled = true; // Closed: all timers are dropped, this one too.
            }
        }

        private long delay() {
            Duration left = Duration.between(clock.instant(), at);
            if (left.isNegative()) {
                return 0;
            }
            return left.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : left.toNanos();
        }

        @Override
        public void run() {
            if (clock.instant().isBefore(at)) {
                schedule(); // The clock was set back meanwhile, or the time is very far away.
                return;
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                // The executor would keep it to itself, and the other timers must go on.
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, e);
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (future != null) {
                future.cancel(false);
            }
        }
    }
}
