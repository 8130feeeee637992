package io.quantumlayer.monitoring.telemetry;

import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a listener the events of one run, a second after another. */
final class Told {
    static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

    private final RunId run;
    private final RunListener listener;
    private long next;

    Told(RunListener listener) {
        this.run = new RunId(new ApplicationId("default", "todo"), "r".repeat(26));
        this.listener = listener;
    }

    Told event(RunEvent.Type type, String... details) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        listener.onEvent(new RunEvent(run, next, START.plusSeconds(next), type, map));
        next++;
        return this;
    }

    /** One step that fails, is tried again and ends; nine seconds in all. */
    void wholeRun() {
        event(RunEvent.Type.RUN_STARTED)
                .event(RunEvent.Type.STEP_STARTED, "step", "scan", "attempt", "1")
                .event(RunEvent.Type.STEP_FAILED, "step", "scan", "error", "network", "message", "no route")
                .event(RunEvent.Type.RETRY_PLANNED, "step", "scan")
                .event(RunEvent.Type.STEP_STARTED, "step", "scan", "attempt", "2")
                .event(RunEvent.Type.STEP_WAITING, "step", "scan")
                .event(RunEvent.Type.STEP_ENDED, "step", "scan", "status", "PROVED")
                .event(RunEvent.Type.FALLBACK)
                .event(RunEvent.Type.CANCEL_REQUESTED)
                .event(RunEvent.Type.RUN_ENDED, "outcome", "CANCELLED");
    }
}
