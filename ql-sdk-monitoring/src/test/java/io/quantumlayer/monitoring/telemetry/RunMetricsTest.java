package io.quantumlayer.monitoring.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void runsAndStepsAreTimedAndCounted() {
        new Told(new RunMetrics(registry, Told.START)).wholeRun();

        assertThat(registry.get("quantumlayer.run")
                        .tag("outcome", "cancelled")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(9);
        assertThat(registry.get("quantumlayer.step")
                        .tags("step", "scan", "status", "proved")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(count("quantumlayer.step.failures", "step", "scan", "error", "network"))
                .isEqualTo(1);
        assertThat(count("quantumlayer.step.retries", "step", "scan")).isEqualTo(1);
        assertThat(count("quantumlayer.run.fallbacks")).isEqualTo(1);
    }

    @Test
    void whatIsToldAgainAfterARestartCountsOnce() {
        RunMetrics later = new RunMetrics(registry, Told.START.plusSeconds(9));
        new Told(later).wholeRun();

        assertThat(registry.find("quantumlayer.step").timers()).isEmpty();
        assertThat(registry.find("quantumlayer.step.failures").counters()).isEmpty();
        assertThat(registry.get("quantumlayer.run").timer().totalTime(TimeUnit.SECONDS))
                .as("its end is new, its beginning was")
                .isEqualTo(9);
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }
}
