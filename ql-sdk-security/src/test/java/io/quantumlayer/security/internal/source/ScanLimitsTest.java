package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanLimitsTest {
    @Test
    void reads_two_mebibytes_of_a_file_unless_told_otherwise() {
        assertThat(ScanLimits.of(Map.of()).fileBytes()).isEqualTo(2 << 20);
        assertThat(ScanLimits.of(Map.of("max-file-bytes", "4096")).fileBytes()).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1023", "2 MiB", "99999999999999999999"})
    void refuses_what_is_no_number_in_range_naming_the_setting(String value) {
        assertThatThrownBy(() -> ScanLimits.of(Map.of("max-file-bytes", value)))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("'max-file-bytes' must be a number from 1024 to");
    }
}
