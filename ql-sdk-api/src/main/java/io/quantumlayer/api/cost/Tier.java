package io.quantumlayer.api.cost;

import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A unit price from a quantity on.
 *
 * @param from the first quantity it holds for, in units of its charge, from 0
 * @param price the price of one unit, a number in the tariff's currency; it may be UNKNOWN
 */
public record Tier(BigDecimal from, Fact price) {
    /**
     * Checks the bound.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Tier {
        Objects.requireNonNull(price, "price");
        if (from.signum() < 0) {
            throw new IllegalArgumentException("A tier must begin at 0 or above, but began at " + from);
        }
    }
}
