package io.quantumlayer.monitoring.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times runs in Micrometer's global registry, to which a host adds its own. Thread-safe. What happened
 * before the listener was made, and is told again after a restart, is not counted twice.
 *
 * <p>Meters: timers {@code quantumlayer.run} (tag {@code outcome}) and {@code quantumlayer.step} (tags {@code step},
 * {@code status}); counters {@code quantumlayer.step.failures} (tags {@code step}, {@code error}),
 * {@code quantumlayer.step.retries} (tag {@code step}) and {@code quantumlayer.run.fallbacks}. No tag names an
 * application or a run, so that their number stays small.
 */
public final class RunMetrics implements RunListener {
    private final MeterRegistry registry;
    private final Instant since;
    private final Map<RunId, Times> running = new ConcurrentHashMap<>();

    /**
     * Creates a listener that counts from now on.
     *
     * @param clock tells when that is; the clock of the library's instance, UTC unless another was given
     */
    public RunMetrics(Clock clock) {
        this(Metrics.globalRegistry, clock.instant());
    }

    RunMetrics(MeterRegistry registry, Instant since) {
        this.registry = registry;
        this.since = since;
    }

    /**
     * When a run and its current step began.
     *
     * @param run the run
     * @param step the step
     */
    private record Times(Instant run, Instant step) {}

    @Override
    public void onEvent(RunEvent event) {
        boolean counts = !event.at().isBefore(since);
        switch (event.type()) {
            case RUN_STARTED -> running.put(event.run(), new Times(event.at(), event.at()));
            case STEP_STARTED -> running.computeIfPresent(event.run(), (run, t) -> new Times(t.run(), event.at()));
            case STEP_ENDED -> {
                if (counts && !event.detail("status").isEmpty()) {
                    String status = event.detail("status").toLowerCase(Locale.ROOT);
                    registry.timer("quantumlayer.step", "step", event.detail("step"), "status", status)
                            .record(Duration.between(times(event).step(), event.at()));
                }
            }
            case STEP_FAILED ->
                count(
                        counts,
                        "quantumlayer.step.failures",
                        "step",
                        event.detail("step"),
                        "error",
                        event.detail("error"));
            case RETRY_PLANNED -> count(counts, "quantumlayer.step.retries", "step", event.detail("step"));
            case FALLBACK -> count(counts, "quantumlayer.run.fallbacks");
            case RUN_ENDED -> ended(event, counts);
            case STEP_WAITING, EFFECT_INTENDED, EFFECT_ENDED, APPROVAL_REQUESTED, APPROVED, CANCEL_REQUESTED -> {
                // Part of what is timed.
            }
        }
    }

    private void ended(RunEvent event, boolean counts) {
        Times times = times(event);
        running.remove(event.run());
        if (counts) {
            String outcome = event.detail("outcome").toLowerCase(Locale.ROOT);
            registry.timer("quantumlayer.run", "outcome", outcome).record(Duration.between(times.run(), event.at()));
        }
    }

    private void count(boolean counts, String name, String... tags) {
        if (counts) {
            registry.counter(name, tags).increment();
        }
    }

    private Times times(RunEvent event) {
        return running.getOrDefault(event.run(), new Times(event.at(), event.at()));
    }
}
