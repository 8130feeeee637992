package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class SourceScannerFactoryTest {
    @Test
    void every_scanner_is_found_as_a_service_under_its_id() {
        assertThat(ServiceLoader.load(ScannerFactory.class))
                .extracting(ScannerFactory::id)
                .containsExactlyInAnyOrder("source", "sca", "sast", "trivy", "infra", "license");
    }

    @Test
    void declares_settings_without_secrets() {
        assertThat(new SourceScannerFactory().settings())
                .isNotEmpty()
                .noneMatch(Setting::secret)
                .filteredOn(setting -> setting.name().startsWith("max-"))
                .allSatisfy(setting -> assertThat(setting.defaultValue()).matches("[0-9]+"));
    }
}
