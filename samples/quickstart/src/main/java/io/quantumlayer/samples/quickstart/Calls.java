package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import java.time.Clock;
import java.time.Duration;

/** Contexts for calls that belong to no deployment. */
final class Calls {
    private static final String NOBODY = "0".repeat(26);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Calls() {}

    static CallContext now() {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("default", "ql"), NOBODY);
        return CallContext.of(run, NOBODY, clock.instant().plus(LIMIT), clock);
    }
}
