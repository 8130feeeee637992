package io.quantumlayer.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String SAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final RunId RUN = new RunId(new ApplicationId("acme", "todo"), "0".repeat(26));
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void a_header_is_read_and_written_as_it_was() {
        TraceParent read = TraceParent.parse(SAMPLE);

        assertThat(read.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(read.parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(read.sampled()).isTrue();
        assertThat(read).hasToString(SAMPLE);
        assertThat(TraceParent.parse(SAMPLE.replace("-01", "-02")).sampled()).isFalse();
    }

    @Test
    void of_a_later_version_the_known_parts_are_kept() {
        assertThat(TraceParent.parse("01" + SAMPLE.substring(2) + "-what-the-future-holds"))
                .isEqualTo(TraceParent.parse(SAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nHost: elsewhere",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01"
            })
    void what_is_no_trace_context_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TraceParent.parse(text));
    }

    @Test
    void all_calls_of_a_run_are_in_one_trace_that_is_the_same_each_time() {
        CallContext first = CallContext.of(RUN, "a".repeat(26), NOW, Clock.fixed(NOW, ZoneOffset.UTC));
        CallContext other = first.withKey("b".repeat(26));

        assertThat(first.trace()).isEqualTo(TraceParent.of(RUN, "a".repeat(26)));
        assertThat(other.trace()).isEqualTo(TraceParent.of(RUN, "b".repeat(26)));
        assertThat(other.trace().traceId()).isEqualTo(first.trace().traceId());
        assertThat(other.trace().parentId()).isNotEqualTo(first.trace().parentId());
        assertThat(first.trace().sampled()).isFalse();
        RunId next = new RunId(RUN.application(), "1".repeat(26));
        assertThat(TraceParent.of(next, "a".repeat(26)).traceId())
                .isNotEqualTo(first.trace().traceId());
    }

    @Test
    void a_trace_of_the_callers_is_kept_from_effect_to_effect() {
        CallContext context = CallContext.of(RUN, "a".repeat(26), NOW, Clock.fixed(NOW, ZoneOffset.UTC))
                .tracedBy(TraceParent.parse(SAMPLE))
                .cancelledBy(Cancellation.none());

        assertThat(context.trace()).hasToString(SAMPLE);
        assertThat(context.withKey("b".repeat(26)).trace().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(context.withKey("b".repeat(26)).trace().sampled()).isTrue();
    }
}
