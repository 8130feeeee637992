package io.quantumlayer.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "512Mi, 536870912, 512Mi",
        "1024Mi, 1073741824, 1Gi",
        "1.5Gi, 1610612736, 1536Mi",
        "500M, 500000000, 500000000",
        "2k, 2000, 2000",
        "4Ki, 4096, 4Ki",
        "1, 1, 1",
        "16Ti, 17592186044416, 16Ti"
    })
    void memory_is_read_and_printed_without_loss(String text, long bytes, String printed) {
        Memory memory = Memory.parse(text);

        assertThat(memory.bytes()).isEqualTo(bytes);
        assertThat(memory).hasToString(printed);
        assertThat(Memory.parse(printed)).isEqualTo(memory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Mi", "0", "-1Mi", "17Ti", "1.0001Ki", "512 Mi", "512mb", "1e3", "9999999999999999999999Ti"})
    void memory_refuses_what_is_not_a_size(String text) {
        assertThatThrownBy(() -> Memory.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"250m, 250", "2, 2000", "0.5, 500", "1024, 1024000", "1.250, 1250"})
    void cpu_is_read_and_printed_without_loss(String text, int millis) {
        CpuMillis cpu = CpuMillis.parse(text);

        assertThat(cpu.value()).isEqualTo(millis);
        assertThat(cpu).hasToString(millis + "m");
        assertThat(CpuMillis.parse(cpu.toString())).isEqualTo(cpu);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "0", "0m", "-1", "0.0005", "1.5m", "1025", "2 cores", "99999999999999999999"})
    void cpu_refuses_what_is_not_a_capacity(String text) {
        assertThatThrownBy(() -> CpuMillis.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void sizes_are_ordered_by_size() {
        assertThat(Memory.ofMebibytes(512)).isLessThan(Memory.parse("1Gi"));
        assertThat(CpuMillis.parse("250m")).isLessThan(CpuMillis.parse("1"));
    }

    @Test
    void resources_keep_the_part_that_is_not_changed() {
        assertThat(Resources.unstated().withCpu(new CpuMillis(100)).withMemory(Memory.ofMebibytes(128)))
                .isEqualTo(Resources.parse("100m", "128Mi"))
                .hasToString("Resources[cpu=100m, memory=128Mi]");
    }

    @Test
    void equal_amounts_are_equal_however_they_are_written() {
        assertThat(Money.usd("50.00")).isEqualTo(Money.usd(50)).hasToString("50 USD");
        assertThat(Money.parse("12.50 EUR")).isEqualTo(Money.of(new BigDecimal("12.5"), "EUR"));
        assertThat(Money.usd(1_000)).hasToString("1000 USD");
        assertThat(Money.parse(Money.usd("0.01").toString())).isEqualTo(Money.usd("0.01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "USD 50", "-1 USD", "50 ZZZ", "1e9 USD", " 50 USD", ""})
    void money_refuses_what_is_not_an_amount_with_a_currency(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_amount_cannot_be_made_to_print_without_end() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("1e1000000000"), "USD"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Traffic(new BigDecimal("1e-1000000000")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void traffic_over_a_time_is_a_rate_a_second() {
        assertThat(Traffic.of(1_200, Duration.ofMinutes(1))).isEqualTo(Traffic.perSecond(20));
        assertThat(Traffic.of(1_000_000, Duration.ofDays(30))).hasToString("0.385802 requests/s");
        assertThatThrownBy(() -> Traffic.perSecond(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Traffic.of(1, Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_objective_checks_its_parts_against_each_other() {
        assertThat(Slo.availability(0.999).over(Duration.ofDays(7)).window()).isEqualTo(Duration.ofDays(7));
        assertThat(Slo.availability(0.9990)).isEqualTo(Slo.availability(0.999));
        assertThatThrownBy(() -> Slo.availability(1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Slo.availability(Double.NaN)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Slo.latency(0.95, Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Slo.availability(0.9).over(Duration.ofSeconds(1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void retention_never_drops_the_previous_release() {
        assertThatThrownBy(() -> Retention.ofReleases(1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("keep 2 to 100 releases, but was '1'");
    }
}
