package io.quantumlayer.core.internal.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepInputTest {
    private static final String REQUEST = "{\"plan\":\"ä\n\"}";
    private static final FlowStep STEP =
            new FlowStep("build", Duration.ofSeconds(1), FlowStep.Phase.PLACE).reading(List.of("scan", "absent"));

    private final FlowState state = FlowState.initial()
            .change()
            .begin(REQUEST.getBytes(UTF_8), Instant.EPOCH)
            .output("analyze", "[1]".getBytes(UTF_8))
            .output("scan", "{\"a\":\"\n\"}".getBytes(UTF_8))
            .done();

    @Test
    void gives_back_each_part_as_it_was() {
        StepInput read = StepInput.read(StepInput.of(state, STEP));
        assertThat(read.step()).isEqualTo("build");
        assertThat(read.placement()).isZero();
        assertThat(read.failure()).isEmpty();
        assertThat(read.request()).isEqualTo(REQUEST.getBytes(UTF_8));
        assertThat(read.output("scan").map(StepInput::bytes)).contains("{\"a\":\"\n\"}".getBytes(UTF_8));
    }

    @Test
    void holds_only_what_the_step_reads() {
        StepInput read = StepInput.read(StepInput.of(state, STEP));
        assertThat(read.output("analyze")).isEmpty();
        assertThat(read.output("absent")).isEmpty();
    }

    @Test
    void holds_all_there_is_and_the_failure_for_a_step_that_mends_or_undoes() {
        Failure failure =
                Failure.of(ErrorType.NETWORK, "too.many", "say \"when\"\n").withRetryAfter(Duration.ofSeconds(2));
        FlowState failed = state.change().failure(failure).done();
        StepInput read = StepInput.read(StepInput.whole(failed, STEP));
        assertThat(read.output("analyze").map(StepInput::bytes)).contains("[1]".getBytes(UTF_8));
        assertThat(read.output("scan")).isPresent();
        assertThat(read.failure()).contains(failure);
    }

    @Test
    void refuses_bytes_that_are_not_as_long_as_they_say() {
        byte[] whole = StepInput.of(state, STEP);
        assertThatThrownBy(() -> StepInput.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer bytes");
        assertThatThrownBy(() -> StepInput.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 bytes more");
    }
}
