package io.quantumlayer.testkit.time;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Clock;
import java.time.Instant;

/**
 * The time source of a watched engine, which tells which times are awaited.
 *
 * @param base the manual time
 * @param activity told of each timer
 */
record EngineTime(TimeSource base, Activity activity) implements TimeSource {
    @Override
    public Clock clock() {
        return base.clock();
    }

    @Override
    public Timer at(Instant at, Runnable task) {
        Awaited awaited = new Awaited(at);
        Timer timer = base.at(at, () -> {
            activity.timerGone(awaited);
            task.run();
        });
        // Told only now: once it is told, the clock may move past it at any moment.
        activity.timerSet(awaited);
        return () -> {
            timer.cancel();
            activity.timerGone(awaited);
        };
    }

    @Override
    public void close() {
        base.close();
    }

    /** A timer of the engine; changed by the activity alone, under its lock. */
    static final class Awaited {
        private final Instant at;
        private boolean counted;
        private boolean gone;

        private Awaited(Instant at) {
            this.at = at;
        }

        Instant at() {
            return at;
        }

        /** Says whether it counts from now on; a timer that has run before it was told never does. */
        boolean count() {
            counted = !gone;
            return counted;
        }

        /** Says whether it counted until now. */
        boolean drop() {
            boolean counts = counted && !gone;
            gone = true;
            return counts;
        }
    }
}
