package io.quantumlayer.core.internal.cost;

import static io.quantumlayer.core.internal.cost.Tariffs.charge;
import static io.quantumlayer.core.internal.cost.Tariffs.fact;
import static io.quantumlayer.core.internal.cost.Tariffs.gib;
import static io.quantumlayer.core.internal.cost.Tariffs.granted;
import static io.quantumlayer.core.internal.cost.Tariffs.included;
import static io.quantumlayer.core.internal.cost.Tariffs.offering;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.cost.BillItem;
import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.Tariff;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.placement.Fact;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillCalculatorTest {
    private static final WorkloadProfile MILLION = WorkloadProfile.named("a")
            .quantity(Quantity.REQUESTS_PER_MONTH, 1_000_000)
            .quantity(Quantity.DURATION_MS, 250)
            .quantity(Quantity.CONCURRENCY, 10)
            .build();

    @Test
    void tiers_split_a_quantity_and_the_total_is_rounded_once() {
        Bill bill = bill(charge(Meter.INVOCATIONS, 1_000, "0:0.333", "400:0.1", "900:0.05"));
        assertThat(bill.items())
                .extracting(BillItem::name)
                .containsExactly("invocations", "invocations, above 400", "invocations, above 900");
        assertThat(bill.items())
                .extracting(item -> item.amount().orElseThrow().toPlainString())
                .containsExactly("133.2", "50", "5");
        assertThat(bill.total()).hasToString("Optional[188.2 USD]");
    }

    @Test
    void what_nobody_read_is_no_zero() {
        Bill bill = bill(charge(Meter.INVOCATIONS, 1_000, "0:0.1", "400:?"), charge(Meter.MONTHS, 1, "0:5"));
        assertThat(bill.total()).isEmpty();
        assertThat(bill.atLeast()).hasToString("45 USD");
        assertThat(bill(charge(Meter.INVOCATIONS, 1)).total()).isEmpty();
        assertThat(bill(granted(charge(Meter.INVOCATIONS, 1), "free", "1000000"))
                        .total())
                .as("within a grant the price does not matter")
                .hasToString("Optional[0 USD]");
        assertThat(bill().isKnown()).as("no tariff").isFalse();
    }

    @Test
    void a_grant_is_shared_by_name_and_can_be_left_out() {
        Charge first = granted(charge(Meter.INVOCATIONS, 1, "0:1"), "free", "1500000");
        Charge second = granted(charge(Meter.ALL_REQUESTS, 1, "0:1"), "free", "1500000");
        assertThat(bill(first, second).total()).hasToString("Optional[500000 USD]");
        assertThat(bill(FreeGrants.LEFT_OUT, MILLION, offering(List.of(), gib(), first, second))
                        .total())
                .hasToString("Optional[2000000 USD]");
        PricedOffering plan = offering(List.of(), gib(), included(charge(Meter.INVOCATIONS, 1, "0:1"), "999990"));
        assertThat(bill(FreeGrants.LEFT_OUT, MILLION, plan).total()).hasToString("Optional[10 USD]");
    }

    @Test
    void a_credit_takes_off_what_is_used_and_no_more() {
        PricedOffering without = offering(
                List.of(), gib(), charge(Meter.MONTHS, 1, "0:20"), charge(Meter.INVOCATIONS, 1_000_000, "0:12"));
        Tariff tariff = without.tariff();
        PricedOffering with = new PricedOffering(
                without.offering(),
                new Tariff(Currency.getInstance("USD"), tariff.charges(), Optional.of(fact("credit", "20"))),
                without.sizes());
        assertThat(bill(FreeGrants.COUNTED, MILLION, with).total()).hasToString("Optional[20 USD]");
    }

    @Test
    void requests_that_share_an_instance_share_its_time() {
        Charge seconds = charge(Meter.ACTIVE_VCPU_SECONDS, 1, "0:1");
        List<Fact> step = List.of(fact("billing.step", "100"));
        assertThat(bill(FreeGrants.COUNTED, MILLION, offering(step, gib(), seconds))
                        .total())
                .as("one at a time, each rounded up")
                .hasToString("Optional[300000 USD]");
        List<Fact> together = List.of(fact("billing.step", "100"), fact("concurrency.max", "5"));
        assertThat(bill(FreeGrants.COUNTED, MILLION, offering(together, gib(), seconds))
                        .total())
                .hasToString("Optional[50000 USD]");
    }

    @Test
    void says_what_was_assumed() {
        WorkloadProfile cpuOnly = WorkloadProfile.named("a")
                .quantity(Quantity.REQUESTS_PER_MONTH, 1_000)
                .quantity(Quantity.CPU_MS_PER_REQUEST, 5)
                .build();
        Bill bill = bill(
                FreeGrants.LEFT_OUT, cpuOnly, offering(List.of(), gib(), charge(Meter.ACTIVE_GIB_SECONDS, 1, "0:1")));
        assertThat(bill.notes())
                .contains(
                        "instances of 1 vCPU with 1024 MiB",
                        "durationMs is not stated: as long as the processor is busy",
                        "free grants are left out");
    }

    @Test
    void instances_that_are_not_stated_are_enough_for_the_peak() {
        WorkloadProfile busy = WorkloadProfile.named("a")
                .quantity(Quantity.REQUESTS_PER_MONTH, 730L * 3_600 * 10)
                .quantity(Quantity.DURATION_MS, 1_000)
                .quantity(Quantity.CPU_MS_PER_REQUEST, 200)
                .quantity(Quantity.CONCURRENCY, 4)
                .quantity(Quantity.BURSTINESS, 3)
                .build();
        Charge hours = charge(Meter.INSTANCE_VCPU_SECONDS, 3_600 * 730, "0:1");
        PricedOffering always = offering(List.of(fact("concurrency.max", "unlimited")), gib(), hours);
        assertThat(bill(FreeGrants.COUNTED, busy, always).total())
                .as("30 requests a second: 6 processors busy, 30 requests waiting 4 at a time")
                .hasToString("Optional[8 USD]");
    }

    private static Bill bill(Charge... charges) {
        return bill(FreeGrants.COUNTED, MILLION, offering(List.of(), gib(), charges));
    }

    private static Bill bill(FreeGrants grants, WorkloadProfile workload, PricedOffering offering) {
        return new BillCalculator(offering, workload, grants)
                .bill(Fit.size(new Rates(offering), new Demand(workload)).orElseThrow());
    }
}
