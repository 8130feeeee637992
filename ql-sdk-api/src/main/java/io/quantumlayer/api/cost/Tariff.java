package io.quantumlayer.api.cost;

import io.quantumlayer.api.placement.Fact;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a service is paid for in one region.
 *
 * @param currency the currency of every price
 * @param charges what is charged, in the order of a bill
 * @param credit what a paid plan takes off the charges that depend on use, if it does
 */
public record Tariff(Currency currency, List<Charge> charges, Optional<Fact> credit) {
    private static final Tariff UNKNOWN = usd();

    /** Copies the charges. */
    public Tariff {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(credit, "credit");
        charges = List.copyOf(charges);
    }

    /**
     * Returns a tariff in US dollars without credit.
     *
     * @param charges what is charged
     * @return the tariff
     */
    public static Tariff usd(Charge... charges) {
        return new Tariff(Currency.getInstance("USD"), List.of(charges), Optional.empty());
    }

    /**
     * Returns the tariff of which nobody knows anything.
     *
     * @return a tariff without charges, whose bills are UNKNOWN
     */
    public static Tariff unknown() {
        return UNKNOWN;
    }
}
