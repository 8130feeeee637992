package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyWindowTest {

    private static final long START = TimeUnit.DAYS.toNanos(3);

    @ParameterizedTest(name = "{0} of the answers")
    @ValueSource(doubles = {0.01, 0.5, 0.95, 0.99, 1.0})
    void aQuantileIsNeverTooLowAndAtMostAnEighthTooHigh(double share) {
        LatencyWindow window = new LatencyWindow();
        Random random = new Random(11);
        long[] micros = random.longs(10_000, 1, 3_000_000_000L).toArray();
        Arrays.stream(micros).forEach(value -> window.record(value * 1_000, START));
        Arrays.sort(micros);
        long exact = micros[(int) Math.ceil(share * micros.length) - 1];
        long told = window.snapshot(START).quantile(share).toNanos() / 1_000;
        assertThat(told).isBetween(exact, exact + exact / 8 + 1);
    }

    @Test
    void anAnswerLeavesTheWindowAfterAMinute() {
        LatencyWindow window = new LatencyWindow();
        window.record(5_000, START);
        window.record(7_000, START + TimeUnit.SECONDS.toNanos(30));
        assertThat(window.snapshot(START + TimeUnit.SECONDS.toNanos(49)).total())
                .isEqualTo(2);
        assertThat(window.snapshot(START + TimeUnit.SECONDS.toNanos(70)).total())
                .isEqualTo(1);
        assertThat(window.snapshot(START + TimeUnit.SECONDS.toNanos(100)).total())
                .isZero();
    }

    @Test
    void aSliceThatIsUsedAgainForgetsWhatItHeld() {
        LatencyWindow window = new LatencyWindow();
        window.record(5_000_000, START);
        window.record(7_000, START + TimeUnit.SECONDS.toNanos(60));
        LatencyWindow.Snapshot snapshot = window.snapshot(START + TimeUnit.SECONDS.toNanos(60));
        assertThat(snapshot.total()).isEqualTo(1);
        assertThat(snapshot.quantile(1.0)).isEqualTo(Duration.ofNanos(7_000));
    }

    @Test
    void anEmptyWindowHasNoQuantile() {
        LatencyWindow.Snapshot snapshot = new LatencyWindow().snapshot(START);
        assertThat(snapshot.total()).isZero();
        assertThat(snapshot.quantile(0.99)).isEqualTo(Duration.ZERO);
    }
}
