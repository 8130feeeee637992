package io.quantumlayer.core.internal.recover;

import java.time.Duration;

/** How the longest delay before a retry grows with the attempts; the delay itself is drawn below it (full jitter). */
enum Backoff {
    /** Doubles with each attempt. */
    EXPONENTIAL {
        @Override
        Duration ceiling(Duration base, Duration max, int retry) {
            return min(base.multipliedBy(1L << Math.min(retry - 1, 20)), max);
        }
    },
    /** Grows by the base with each attempt. */
    LINEAR {
        @Override
        Duration ceiling(Duration base, Duration max, int retry) {
            return min(base.multipliedBy(retry), max);
        }
    },
    /** Stays at the base. */
    FIXED {
        @Override
        Duration ceiling(Duration base, Duration max, int retry) {
            return min(base, max);
        }
    },
    /** Is the maximum from the first retry on. */
    RANDOM {
        @Override
        Duration ceiling(Duration base, Duration max, int retry) {
            return max;
        }
    };

    abstract Duration ceiling(Duration base, Duration max, int retry);

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
