package io.quantumlayer.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CallContextTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final RunId RUN = new RunId(new ApplicationId("default", "todo"), "r".repeat(26));

    @Test
    void has_no_more_than_a_limit_left_and_never_more_than_before() {
        CallContext context = left(Duration.ofSeconds(10));
        assertThat(context.within(Duration.ofSeconds(2)).remaining()).isEqualTo(Duration.ofSeconds(2));
        assertThat(context.within(Duration.ofSeconds(20)).remaining()).isEqualTo(Duration.ofSeconds(10));
        assertThat(left(Duration.ofSeconds(-1)).within(Duration.ofSeconds(2)).remaining())
                .isZero();
    }

    @Test
    void stays_the_same_call_within_a_limit() {
        TraceParent trace = TraceParent.of(RUN, "elsewhere");
        CallContext context = left(Duration.ofSeconds(10))
                .tracedBy(trace)
                .cancelledBy(() -> true)
                .within(Duration.ofSeconds(2));
        assertThat(context.run()).isEqualTo(RUN);
        assertThat(context.idempotencyKey()).isEqualTo("k".repeat(26));
        assertThat(context.clock()).isSameAs(CLOCK);
        assertThat(context.trace()).isEqualTo(trace);
        assertThat(context.cancellation().requested()).isTrue();
    }

    private static CallContext left(Duration left) {
        return CallContext.of(RUN, "k".repeat(26), Instant.EPOCH.plus(left), CLOCK);
    }
}
