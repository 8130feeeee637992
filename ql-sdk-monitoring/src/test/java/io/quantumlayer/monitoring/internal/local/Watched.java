package io.quantumlayer.monitoring.internal.local;

import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A release as core hands it to a monitor, and the call it does so with. */
final class Watched {
    static final String RELEASE = "rabcdefghijkl";
    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private static final ApplicationId APPLICATION = new ApplicationId("tenant", "todo");

    private Watched() {}

    static MonitoredRelease release(Map<String, String> attributes) {
        return new MonitoredRelease(APPLICATION, new ReleaseId(RELEASE), "local", attributes);
    }

    static MonitoredRelease elsewhere(Map<String, String> attributes) {
        return new MonitoredRelease(APPLICATION, new ReleaseId(RELEASE), "kubernetes", attributes);
    }

    static CallContext context() {
        return context(NOW.plusSeconds(60));
    }

    static CallContext context(Instant deadline) {
        RunId run = new RunId(APPLICATION, "0".repeat(26));
        return CallContext.of(run, "k".repeat(26), deadline, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Map<String, Double> values(List<Signal> signals) {
        return signals.stream().collect(Collectors.toMap(Signal::name, Signal::value));
    }
}
