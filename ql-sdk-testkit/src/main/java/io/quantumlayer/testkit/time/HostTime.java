package io.quantumlayer.testkit.time;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Clock;
import java.time.Instant;

/**
 * The time source of a library instance: what sets a timer here and is not its engine is its lease, which asks for its
 * renewal.
 *
 * @param base the manual time
 * @param activity knows all instances
 * @param renewals told of each time the lease asks
 */
record HostTime(TimeSource base, Activity activity, Renewals renewals) implements TimeSource {
    HostTime {
        activity.add(renewals);
    }

    @Override
    public Clock clock() {
        return base.clock();
    }

    @Override
    public Timer at(Instant at, Runnable task) {
        return base.at(at, () -> {
            renewals.asked();
            task.run();
        });
    }

    @Override
    public void close() {
        activity.remove(renewals);
        base.close();
    }
}
