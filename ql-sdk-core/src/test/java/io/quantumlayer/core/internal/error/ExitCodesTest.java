package io.quantumlayer.core.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodesTest {
    @ParameterizedTest
    @CsvSource({
        "1, UNKNOWN", "124, TIMEOUT", "126, CONFIGURATION", "127, CONFIGURATION", "128, UNKNOWN", "130, TIMEOUT",
        "134, UNKNOWN", "137, RESOURCE", "139, UNKNOWN", "143, TIMEOUT", "153, RESOURCE", "159, AUTHORIZATION",
        "255, UNKNOWN", "-1, UNKNOWN"
    })
    void each_exit_code_has_its_type_and_names_the_command(int code, ErrorType type) {
        Failure failure = ExitCodes.of(code, "mvn");
        assertThat(failure.type()).isEqualTo(type);
        assertThat(failure.code()).isEqualTo("exit." + code);
        assertThat(failure.message()).startsWith("mvn ");
    }
}
