package io.quantumlayer.core.internal.cost;

import static io.quantumlayer.core.internal.cost.Tariffs.charge;
import static io.quantumlayer.core.internal.cost.Tariffs.fact;
import static io.quantumlayer.core.internal.cost.Tariffs.gib;
import static io.quantumlayer.core.internal.cost.Tariffs.offering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.cost.FreeGrants;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.Quantity;
import io.quantumlayer.api.cost.WorkloadProfile;
import io.quantumlayer.api.cost.WorkloadProfileBuilder;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PricingDeskTest {
    private static final PricedOffering ACME =
            offering(List.of(fact("duration.max", "900")), gib(), charge(Meter.INVOCATIONS, 1_000, "0:1"));

    private final PricingDesk desk = new PricingDesk(new OfferingBook(List.of(), List.of(catalog(), catalog())));

    @Test
    void an_unknown_offering_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> desk.bill(work().build(), "acme/run/there", FreeGrants.COUNTED))
                .hasMessageContaining("acme/run/there")
                .hasMessageContaining("did you mean acme/run/here?");
    }

    @Test
    void what_cannot_run_the_workload_is_refused_and_stands_in_no_table() {
        WorkloadProfile large = work().quantity(Quantity.MEMORY_MIB, 5_000).build();
        assertThatThrownBy(() -> desk.bill(large, "acme/run/here", FreeGrants.COUNTED))
                .hasMessageContaining("no size of it has 5000 MiB");
        WorkloadProfile longRunning = work().quantity(Quantity.RUN_SECONDS, 901)
                .quantity(Quantity.RUNS_PER_MONTH, 1)
                .build();
        assertThatThrownBy(() -> desk.bill(longRunning, "acme/run/here", FreeGrants.COUNTED))
                .hasMessageContaining("901 s at a time")
                .hasMessageContaining("duration.max = 900");
        assertThat(desk.bills(large, FreeGrants.COUNTED)).isEmpty();
        assertThat(desk.bills(work().build(), FreeGrants.COUNTED)).hasSize(1);
    }

    @Test
    void what_the_caller_added_wins_over_a_catalogue() {
        PricedOffering negotiated = offering(List.of(), gib(), charge(Meter.INVOCATIONS, 1_000, "0:0.5"));
        PricingDesk own = new PricingDesk(new OfferingBook(List.of(negotiated), List.of(catalog())));
        assertThat(own.bill(work().build(), "acme/run/here", FreeGrants.COUNTED).total())
                .hasToString("Optional[1 USD]");
    }

    private static WorkloadProfileBuilder work() {
        return WorkloadProfile.named("a")
                .quantity(Quantity.REQUESTS_PER_MONTH, 2_000)
                .quantity(Quantity.DURATION_MS, 10);
    }

    private static Catalog catalog() {
        return new Catalog() {
            @Override
            public Set<String> providers() {
                return Set.of("acme");
            }

            @Override
            public List<PricedOffering> offerings(String provider) {
                return List.of(ACME);
            }
        };
    }
}
