package io.quantumlayer.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final Instant start = Instant.parse("2026-05-05T05:05:05Z");
    private final ManualTime time = ManualTime.startingAt(start);
    private final List<String> ran = new ArrayList<>();

    private TimeSource.Timer plan(int seconds, String name) {
        return time.at(
                start.plusSeconds(seconds),
                () -> ran.add(name + " at "
                        + Duration.between(start, time.clock().instant()).toSeconds()));
    }

    @Test
    void timersRunByTimeThenInTheOrderTheyWereSetEachAtItsOwnTime() {
        plan(2, "late");
        plan(1, "first");
        plan(1, "second");
        time.advance(Duration.ofSeconds(5));
        assertThat(ran).containsExactly("first at 1", "second at 1", "late at 2");
        assertThat(time.clock().instant()).isEqualTo(start.plusSeconds(5));
    }

    @Test
    void aTimerOfAPastTimeRunsAtOnce() {
        plan(0, "now");
        plan(-9, "past");
        assertThat(ran).containsExactly("now at 0", "past at 0");
    }

    @Test
    void aTimerThatATimerSetsRunsInTheSameAdvanceIfItIsDue() {
        time.at(start.plusSeconds(1), () -> plan(2, "child"));
        time.advance(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("child at 2");
    }

    @Test
    void aDroppedTimerNeverRuns() {
        TimeSource.Timer timer = plan(1, "dropped");
        timer.cancel();
        timer.cancel();
        time.advance(Duration.ofSeconds(2));
        assertThat(ran).isEmpty();
        assertThat(time.timers()).isZero();
    }

    @Test
    void theNextTimerCanBeJumpedTo() {
        plan(60, "a");
        plan(61, "b");
        assertThat(time.nextTimer()).contains(start.plusSeconds(60));
        assertThat(time.advanceToNextTimer()).isTrue();
        assertThat(ran).containsExactly("a at 60");
        assertThat(time.advanceToNextTimer()).isTrue();
        assertThat(time.advanceToNextTimer()).isFalse();
        assertThat(time.clock().instant()).isEqualTo(start.plusSeconds(61));
    }

    @Test
    void aViewSharesTheClockAndDropsOnlyItsOwnTimers() {
        TimeSource view = time.view();
        view.at(start.plusSeconds(1), () -> ran.add("of the view"));
        plan(1, "of the test");
        assertThat(view.clock().instant()).isEqualTo(start);
        view.close();
        time.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("of the test at 1");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
