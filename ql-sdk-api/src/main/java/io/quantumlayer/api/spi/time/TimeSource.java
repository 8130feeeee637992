package io.quantumlayer.api.spi.time;

import java.time.Clock;
import java.time.Instant;

/** Tells the time and wakes tasks at given times. Thread-safe. */
public interface TimeSource extends AutoCloseable {
    /**
     * Returns the clock.
     *
     * @return a clock in UTC
     */
    Clock clock();

    /**
     * Runs a task once at a time, or at once if that time has passed. The task must be short: it runs on the one timer
     * thread.
     *
     * @param at when
     * @param task what
     * @return what cancels it
     */
    Timer at(Instant at, Runnable task);

    /** Drops all timers and ends the timer thread, if there is one. Idempotent. */
    @Override
    void close();

    /** A planned task. */
    @FunctionalInterface
    interface Timer {
        /** Drops the task unless it has begun. Idempotent. */
        void cancel();
    }
}
