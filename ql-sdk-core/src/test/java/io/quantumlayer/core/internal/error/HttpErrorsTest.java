package io.quantumlayer.core.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpErrorsTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

    @ParameterizedTest
    @CsvSource({
        "400, VALIDATION",
        "401, AUTHENTICATION",
        "402, RESOURCE",
        "403, AUTHORIZATION",
        "404, CONFIGURATION",
        "408, TIMEOUT",
        "409, CONCURRENCY",
        "412, CONCURRENCY",
        "413, RESOURCE",
        "418, VALIDATION",
        "422, VALIDATION",
        "424, DEPENDENCY",
        "425, SERVICE_UNAVAILABLE",
        "429, SERVICE_UNAVAILABLE",
        "500, SERVICE_UNAVAILABLE",
        "502, DEPENDENCY",
        "503, SERVICE_UNAVAILABLE",
        "504, TIMEOUT",
        "507, RESOURCE",
        "599, SERVICE_UNAVAILABLE",
        "302, CONFIGURATION",
        "204, UNKNOWN",
        "999, UNKNOWN"
    })
    void each_status_has_its_type(int status, ErrorType type) {
        assertThat(HttpErrors.of(status, Optional.empty(), NOW).type()).isEqualTo(type);
        assertThat(HttpErrors.of(status, Optional.empty(), NOW).code()).isEqualTo("http." + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "37",
                " 37 ",
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994"
            })
    void a_delay_is_read_in_every_form_that_http_has(String value) {
        assertThat(HttpErrors.of(503, Optional.of(value), NOW).retryAfter()).contains(Duration.ofSeconds(37));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "9999999999999999999", "Sun, 99 Nov 1994 08:49:37 GMT"})
    void a_delay_in_no_form_counts_as_absent(String value) {
        assertThat(HttpErrors.of(503, Optional.of(value), NOW).retryAfter()).isEmpty();
    }

    @Test
    void a_date_that_has_passed_means_at_once_and_a_far_one_a_day() {
        assertThat(HttpErrors.of(429, Optional.of("Sat, 05 Nov 1994 08:49:37 GMT"), NOW)
                        .retryAfter())
                .contains(Duration.ZERO);
        assertThat(HttpErrors.of(429, Optional.of("999999999999999999"), NOW).retryAfter())
                .contains(Duration.ofDays(1));
    }
}
