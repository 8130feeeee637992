package io.quantumlayer.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {
    @Test
    void one_line_says_where_what_was_and_how_to_fix_it() {
        assertThat(new Violation("port", "be a port", "0", "choose another"))
                .hasToString("port must be a port, but was '0': choose another");
        assertThat(new Violation("source", "be named", "", "")).hasToString("source must be named");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets",
                "secrets.DB",
                "bindings.database",
                "environment[0]",
                "environment.A",
                "command",
                "source.requirement"
            })
    void the_value_at_a_path_that_may_hold_a_secret_is_masked(String path) {
        assertThat(new Violation(path, "be right", "hunter2", "").value()).isEqualTo("***");
    }

    @Test
    void a_path_that_only_begins_alike_is_not_masked() {
        assertThat(new Violation("commands", "be right", "seen", "").value()).isEqualTo("seen");
    }

    @Test
    void control_characters_are_escaped_and_long_values_cut() {
        assertThat(new Violation("name\n", "be right", "a\u001b[2Jb\u202e", ""))
                .extracting(Violation::path, Violation::value)
                .containsExactly("name\\u000a", "a\\u001b[2Jb\\u202e");
        assertThat(new Violation("name", "be right", "x".repeat(81), "").value())
                .isEqualTo("x".repeat(80) + "...");
    }

    @Test
    void a_refused_value_becomes_a_mistake_at_the_place_where_it_was_read() {
        assertThatThrownBy(() -> Memory.parse("much"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refusal -> assertThat(refusal.at("resources.memory"))
                                .extracting(Violation::path, Violation::value)
                                .containsExactly("resources.memory", "much"));
    }

    @Test
    void an_invalid_plan_has_a_mistake() {
        assertThatThrownBy(() -> new InvalidPlanException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
