package io.quantumlayer.testkit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Shows in UTC what a manual time says. */
final class ManualClock extends Clock {
    private final Supplier<Instant> now;

    ManualClock(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw new IllegalArgumentException("zone: the library knows only UTC, not " + zone);
        }
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
