package io.quantumlayer.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRefTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"env:DB_URL", "file:/run/secrets/db", "file:C:/secrets/db", "home:db-1", "vault:kv/data/db#pass"
            })
    void the_text_form_is_read_and_printed_without_loss(String text) {
        assertThat(SecretRef.parse(text)).hasToString(text);
    }

    @Test
    void the_factories_make_what_the_text_form_says() {
        assertThat(SecretRef.env("DB")).isEqualTo(SecretRef.parse("env:DB"));
        assertThat(SecretRef.file("/db")).isEqualTo(SecretRef.parse("file:/db"));
        assertThat(SecretRef.home("db")).isEqualTo(SecretRef.parse("home:db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2-canary",
                ":hunter2-canary",
                "env:hunter2-canary",
                "env:",
                "file:relative/hunter2-canary",
                "file:/a/../hunter2-canary",
                "file:/a/..",
                "home:../hunter2-canary",
                "home:a/hunter2-canary",
                "Env:hunter2_canary",
                "vault:hunter2-canary and more",
                "postgresql://app:hunter2-canary@db/orders",
                "vault:hunter2-canary\n"
            })
    void a_text_that_is_no_reference_is_refused_and_never_shown(String text) {
        assertThatThrownBy(() -> SecretRef.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("***")
                .hasMessageNotContaining("canary");
    }

    @Test
    void a_path_is_bounded() {
        assertThat(SecretRef.file("/" + "a".repeat(1_023)).path()).hasSize(1_024);
        assertThatThrownBy(() -> SecretRef.file("/" + "a".repeat(1_024))).isInstanceOf(InvalidValueException.class);
    }
}
