package io.quantumlayer.image.jib;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import java.time.Clock;
import java.time.Duration;

/** A call with a minute left. */
final class Calls {
    private static final String KEY = "a".repeat(26);

    private Calls() {}

    static CallContext now() {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("default", "todo"), KEY);
        return CallContext.of(run, KEY, clock.instant().plus(Duration.ofMinutes(1)), clock);
    }
}
