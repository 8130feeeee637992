package io.quantumlayer.testkit.contract;

import io.quantumlayer.testkit.time.ManualTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time of an extension under test, and how a kit lets it pass. */
public interface KitTime {
    /**
     * Returns the clock.
     *
     * @return the clock that the calls carry
     */
    Clock clock();

    /**
     * Lets time pass before the extension is asked again.
     *
     * @param duration how much
     */
    void pass(Duration duration);

    /**
     * Returns a time that the kit moves.
     *
     * @param time the clock
     * @return the time
     */
    static KitTime manual(ManualTime time) {
        return new KitTime() {
            @Override
            public Clock clock() {
                return time.clock();
            }

            @Override
            public void pass(Duration duration) {
                time.advance(duration);
            }
        };
    }

    /**
     * Returns the time of the machine, for extensions whose outside is real.
     *
     * @return the time
     */
    static KitTime real() {
        return new KitTime() {
            @Override
            public Clock clock() {
                return Clock.systemUTC();
            }

            @Override
            public void pass(Duration duration) {
                long end = System.nanoTime() + duration.toNanos();
                for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
        };
    }
}
