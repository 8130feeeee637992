package io.quantumlayer.api.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Violation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WorkloadProfileTest {
    @Test
    void what_is_not_stated_has_its_default_or_nothing() {
        WorkloadProfile profile = WorkloadProfile.named("todo").build();
        assertThat(profile.get(Quantity.HOURS_PER_MONTH)).isEqualByComparingTo("730");
        assertThat(profile.find(Quantity.MEMORY_MIB)).isEmpty();
        assertThatThrownBy(() -> profile.get(Quantity.VCPU)).hasMessageContaining("VCPU");
    }

    @Test
    void equal_amounts_make_equal_profiles_whatever_their_scale() {
        WorkloadProfile first = WorkloadProfile.named("a")
                .quantity(Quantity.EGRESS_GIB, new BigDecimal("100.00"))
                .build();
        assertThat(first)
                .isEqualTo(WorkloadProfile.named("a")
                        .quantity(Quantity.EGRESS_GIB, 100)
                        .build())
                .isEqualTo(first.toBuilder().build())
                .isNotEqualTo(first.toBuilder().architecture(Architecture.ARM).build());
    }

    @Test
    void every_mistake_is_told_at_once() {
        WorkloadProfileBuilder builder = WorkloadProfile.named("a")
                .quantity(Quantity.REQUESTS_PER_MONTH, 10)
                .quantity(Quantity.RUNS_PER_MONTH, 10)
                .quantity(Quantity.MEMORY_MIB, new BigDecimal("0.5"))
                .quantity(Quantity.VCPU, 0)
                .quantity(Quantity.EGRESS_GIB, -1)
                .quantity(Quantity.STORAGE_GIB, new BigDecimal("1e99"))
                .quantity(Quantity.BURSTINESS, new BigDecimal("0.9"));
        InvalidPlanException refused = catchThrowableOfType(InvalidPlanException.class, builder::build);
        assertThat(refused.violations())
                .extracting(Violation::path)
                .containsExactly(
                        "memoryMiB", "vcpu", "burstiness", "egressGiB", "storageGiB", "durationMs", "runSeconds");
    }

    @Test
    void a_tariff_begins_at_0_and_rises() {
        Charge charge = Charge.of("requests", Meter.INVOCATIONS, new Charge.Unit(BigDecimal.ONE, "request"));
        var unknown = io.quantumlayer.api.placement.Fact.unknown("price");
        assertThatThrownBy(() -> charge.withTier(BigDecimal.TEN, unknown)).hasMessageContaining("begin at 0");
        Charge priced = charge.withTier(BigDecimal.ZERO, unknown);
        assertThatThrownBy(() -> priced.withTier(BigDecimal.ZERO, unknown)).hasMessageContaining("rise");
    }

    @Test
    void a_size_class_rounds_memory_up_to_its_step() {
        SizeClass size = new SizeClass(BigDecimal.ONE, 128, 1536, 128);
        assertThat(size.memoryFor(1)).isEqualTo(128);
        assertThat(size.memoryFor(129)).isEqualTo(256);
        assertThat(size.memoryFor(1536)).isEqualTo(1536);
        assertThat(size.memoryFor(1537)).isEqualTo(-1);
    }
}
