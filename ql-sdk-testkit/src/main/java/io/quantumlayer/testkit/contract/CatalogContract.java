package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.SizeClass;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.spi.catalog.Catalog;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every catalogue promises. */
public abstract class CatalogContract {
    private Catalog catalog;

    /** Only for subclasses. */
    protected CatalogContract() {}

    /**
     * Creates the catalogue under test.
     *
     * @return the catalogue
     */
    protected abstract Catalog catalog();

    @BeforeEach
    final void open() {
        catalog = catalog();
    }

    @Test
    @DisplayName("it states the same offerings at every call, each id once")
    final void isStable() {
        List<PricedOffering> offerings = catalog.offerings();
        assertThat(offerings).isNotEmpty().isEqualTo(catalog.offerings());
        assertThat(offerings).extracting(priced -> priced.offering().id()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("it answers for each provider that it names with that provider's offerings, and for no other")
    final void answersByProvider() {
        assertThat(catalog.providers()).isNotEmpty().isEqualTo(catalog.providers());
        for (String provider : catalog.providers()) {
            assertThat(catalog.offerings(provider))
                    .isNotEmpty()
                    .allSatisfy(
                            priced -> assertThat(priced.offering().provider()).isEqualTo(provider));
        }
        assertThatThrownBy(() -> catalog.offerings("nobody-is-called-so")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("every price is a number or UNKNOWN, and none lies below 0")
    final void pricesAreNumbers() {
        for (PricedOffering priced : catalog.offerings()) {
            for (Charge charge : priced.tariff().charges()) {
                assertThat(charge.tiers())
                        .as("%s, %s", priced.offering().id(), charge.name())
                        .allSatisfy(tier -> assertNumber(tier.price()));
                charge.waived().granted().ifPresent(CatalogContract::assertNumber);
                charge.waived().included().ifPresent(CatalogContract::assertNumber);
            }
        }
    }

    @Test
    @DisplayName("a size that it states is one that it gives")
    final void sizesAreValid() {
        for (PricedOffering priced : catalog.offerings()) {
            for (SizeClass size : priced.sizes()) {
                assertThat(size.memoryFor(size.minMemoryMiB())).isEqualTo(size.minMemoryMiB());
                assertThat(size.memoryFor(size.maxMemoryMiB())).isEqualTo(size.maxMemoryMiB());
            }
        }
    }

    private static void assertNumber(Fact fact) {
        if (fact.isKnown()) {
            assertThat(fact.number()).as(fact.toString()).isPresent();
            assertThat(fact.number().orElseThrow()).as(fact.toString()).isNotNegative();
        }
    }
}
