package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretValueTest {
    @Test
    void entropy_is_measured_in_bits_per_character() {
        assertThat(new SecretValue("aaaa").entropy()).isZero();
        assertThat(new SecretValue("abab").entropy()).isCloseTo(1.0, within(1e-9));
        assertThat(new SecretValue("abcdefgh").entropy()).isCloseTo(3.0, within(1e-9));
    }

    @Test
    void what_chance_drew_looks_random() {
        Drawn drawn = new Drawn(11);
        long letters = IntStream.range(0, 1000)
                .filter(i -> new SecretValue(drawn.letters(24)).random())
                .count();
        long hex = IntStream.range(0, 1000)
                .filter(i -> new SecretValue(drawn.hex(32)).random())
                .count();

        assertThat(letters).isGreaterThan(950);
        assertThat(hex).isGreaterThan(980);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "2024-01-01",
                "bert-base-uncased-v2",
                "authentication.k8s.io/v1beta1",
                "aes-256-gcm",
                "accessTokenExpiryMinutes2",
                "X-Auth-Token-V2",
                "correct-horse-battery-9",
                "/api/oauth2callback/v1",
                "https://login.acme.test/x9Y8z7W6v5",
                "RSASSA_PSS_SHA_256",
                "1234567890123",
                "Autumn2024"
            })
    void what_people_write_does_not(String text) {
        assertThat(new SecretValue(text).random()).isFalse();
    }
}
