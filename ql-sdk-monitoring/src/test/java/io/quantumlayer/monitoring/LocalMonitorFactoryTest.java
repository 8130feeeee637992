package io.quantumlayer.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.monitor.MonitorFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class LocalMonitorFactoryTest {
    @Test
    void is_found_as_a_service_under_its_id_and_needs_no_setting() {
        assertThat(ServiceLoader.load(MonitorFactory.class))
                .singleElement()
                .isInstanceOf(LocalMonitorFactory.class)
                .satisfies(factory -> assertThat(factory.id()).isEqualTo("local"))
                .satisfies(factory -> assertThat(factory.settings()).isEmpty());
    }
}
