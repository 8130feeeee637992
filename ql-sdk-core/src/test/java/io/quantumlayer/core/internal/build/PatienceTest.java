package io.quantumlayer.core.internal.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void it_asks_soon_at_first_and_later_each_time_up_to_a_second() {
        Duration last = Duration.ZERO;
        assertThat(patience.next("a")).isEqualTo(Duration.ofMillis(100));
        for (int i = 0; i < 100; i++) {
            Duration next = patience.next("a");
            assertThat(next).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofSeconds(1));
            last = next;
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_build_of_a_minute_is_asked_for_a_hundred_times_at_most() {
        Duration waited = Stream.generate(() -> patience.next("a")).limit(100).reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void each_build_has_its_own_and_begins_anew_when_it_is_forgotten() {
        Stream.generate(() -> patience.next("a"))
                .limit(20)
                .forEach(d -> assertThat(d).isPositive());
        assertThat(patience.next("b")).isEqualTo(Duration.ofMillis(100));
        patience.forget("a");
        assertThat(patience.next("a")).isEqualTo(Duration.ofMillis(100));
    }
}
