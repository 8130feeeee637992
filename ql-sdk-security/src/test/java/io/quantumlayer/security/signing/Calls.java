package io.quantumlayer.security.signing;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A call at a fixed time. */
public final class Calls {
    private static final String KEY = "a".repeat(26);
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private Calls() {}

    /** A call without an end. */
    public static CallContext now() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        RunId run = new RunId(new ApplicationId("default", "todo"), KEY);
        return CallContext.of(run, KEY, NOW.plus(Duration.ofMinutes(1)), clock);
    }
}
