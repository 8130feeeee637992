package io.quantumlayer.api.cost;

import io.quantumlayer.api.placement.Offering;
import java.util.List;
import java.util.Objects;

/**
 * An offering with its tariff and the sizes that its instances may have.
 *
 * @param offering the offering
 * @param tariff how it is paid for
 * @param sizes sizes, the cheapest class first; none if any size will do
 */
public record PricedOffering(Offering offering, Tariff tariff, List<SizeClass> sizes) {
    /** Copies the sizes. */
    public PricedOffering {
        Objects.requireNonNull(offering, "offering");
        Objects.requireNonNull(tariff, "tariff");
        sizes = List.copyOf(sizes);
    }
}
