package io.quantumlayer.core.internal.cost;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast price of a month is the total of the exact bill, on random tariffs and workloads. */
class PriceListTest {
    private static final int CASES = 3_000;
    private static final Meter[] METERS = Meter.values();

    @Test
    void agrees_with_the_bill_to_the_cent() {
        int priced = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Rates rates = new Rates(offering(random));
            WorkloadProfile workload = workload(random);
            Optional<Bill> exact =
                    PricingDesk.billOf(rates, workload, FreeGrants.COUNTED).filter(PriceListTest::isPriced);
            Optional<MonthlyPrice> fast = new PriceList(workload).month(rates);
            assertThat(fast.map(MonthlyPrice::amount))
                    .as("seed %s: %s", seed, exact)
                    .isEqualTo(exact.flatMap(Bill::total));
            if (exact.isPresent()) {
                priced++;
                List<Fact> facts =
                        exact.get().items().stream().map(BillItem::price).toList();
                assertThat(Optional.of(fast.orElseThrow().oldest()))
                        .as("seed %s", seed)
                        .isEqualTo(facts.stream()
                                .flatMap(fact -> fact.asOf().stream())
                                .min(Comparator.naturalOrder()));
                assertThat(fast.orElseThrow().confirmed())
                        .isEqualTo(facts.stream().allMatch(fact -> fact.confirmed() || !fact.isKnown()));
            }
        }
        assertThat(priced).isGreaterThan(CASES / 2);
    }

    /** A bill whose lines are all known and which rests on a dated price. */
    private static boolean isPriced(Bill bill) {
        return bill.isKnown()
                && bill.items().stream().anyMatch(item -> item.price().isKnown());
    }

    @Test
    void half_a_cent_is_rounded_as_the_bill_rounds_it() {
        PricedOffering offering =
                Tariffs.offering(List.of(), Tariffs.gib(), Tariffs.charge(Meter.INVOCATIONS, 1, "0:0.000001"));
        WorkloadProfile workload = WorkloadProfile.named("half")
                .quantity(Quantity.REQUESTS_PER_MONTH, 1_005_000)
                .quantity(Quantity.DURATION_MS, 1)
                .build();
        Optional<MonthlyPrice> price = new PriceList(workload).month(new Rates(offering));
        assertThat(price.orElseThrow().amount().amount()).isEqualByComparingTo("1.01");
    }

    private static PricedOffering offering(Random random) {
        List<Charge> charges = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            Meter meter = METERS[random.nextInt(METERS.length)];
            String known = "0." + (1 + random.nextInt(999)) + "07";
            String price = random.nextInt(25) == 0 ? "?" : known;
            Charge charge = random.nextBoolean()
                    ? Tariffs.charge(meter, 1 + random.nextInt(5_000), "0:" + price)
                    : Tariffs.charge(meter, 1 + random.nextInt(50), "0:" + price, 1 + random.nextInt(400) + ":0.003");
            charges.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Tariffs.granted(charge, "grant" + random.nextInt(2), "" + random.nextInt(9_000));
                        case 1 -> Tariffs.included(charge, "" + random.nextInt(9_000));
                        default -> charge;
                    });
        }
        List<Fact> facts =
                List.of(Tariffs.fact("billing.step", "" + (1 + random.nextInt(100))), Tariffs.fact("grant0", "1"));
        PricedOffering plain = Tariffs.offering(facts, Tariffs.gib(), charges.toArray(new Charge[0]));
        Tariff tariff = plain.tariff();
        return random.nextInt(3) == 0
                ? new PricedOffering(
                        plain.offering(),
                        new Tariff(
                                tariff.currency(),
                                tariff.charges(),
                                Optional.of(Tariffs.fact("credit", "" + random.nextInt(20)))),
                        plain.sizes())
                : plain;
    }

    private static WorkloadProfile workload(Random random) {
        return WorkloadProfile.named("random")
                .quantity(Quantity.REQUESTS_PER_MONTH, random.nextInt(3) == 0 ? 0 : random.nextInt(9_000_000))
                .quantity(Quantity.DURATION_MS, 1 + random.nextInt(900))
                .quantity(Quantity.CPU_MS_PER_REQUEST, 1)
                .quantity(Quantity.STATIC_REQUESTS_PER_MONTH, random.nextInt(90_000))
                .quantity(Quantity.EGRESS_GIB, random.nextInt(300))
                .quantity(Quantity.RUNS_PER_MONTH, random.nextInt(3))
                .quantity(Quantity.RUN_SECONDS, 1 + random.nextInt(90))
                .quantity(Quantity.MEMORY_MIB, 512 + random.nextInt(4_000))
                .build();
    }
}
