package io.quantumlayer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.cost.Bill;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final PlacementDecision NOWHERE =
            new PlacementDecision(Optional.empty(), List.of(), List.of(), List.of());

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_market_is_worked_out_once_and_only_when_it_is_read() {
        Outlook outlook = Outlook.of(NOWHERE, () -> market("budget"));
        assertThat(outlook.decision()).isEqualTo(NOWHERE);
        assertThat(asked).hasValue(0);
        assertThat(outlook.reasons().decidedBy()).isEqualTo("budget");
        assertThat(outlook.market()).isEqualTo(NOWHERE);
        assertThat(outlook.marketChoice()).isEmpty();
        assertThat(outlook.monthlyPrices()).isEmpty();
        assertThat(outlook.bill()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_could_not_be_read_is_read_again() {
        Outlook outlook = Outlook.of(NOWHERE, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("unreadable");
            }
            return market("budget");
        });
        assertThatThrownBy(outlook::market).hasMessage("unreadable");
        assertThat(outlook.reasons().decidedBy()).isEqualTo("budget");
    }

    @Test
    void it_is_equal_by_value() {
        Outlook one = Outlook.of(NOWHERE, () -> market("budget"));
        assertThat(one)
                .isEqualTo(Outlook.of(NOWHERE, () -> market("budget")))
                .hasSameHashCodeAs(Outlook.of(NOWHERE, () -> market("budget")))
                .isNotEqualTo(Outlook.of(NOWHERE, () -> market("residency")));
        assertThat(one.toString()).contains("decidedBy=budget");
    }

    private Outlook.Market market(String decidedBy) {
        asked.incrementAndGet();
        return new Outlook.Market() {
            @Override
            public Optional<Placement> chosen() {
                return Optional.empty();
            }

            @Override
            public PlacementDecision decision() {
                return NOWHERE;
            }

            @Override
            public Optional<Bill> bill() {
                return Optional.empty();
            }

            @Override
            public Map<String, Money> monthlyPrices() {
                return Map.of();
            }

            @Override
            public Outlook.Reasons reasons() {
                return new Outlook.Reasons(decidedBy, List.of(), List.of());
            }
        };
    }
}
