package io.quantumlayer.api.cost;

import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a bill: a quantity at one price.
 *
 * @param name what it is for, as {@code requests} or {@code duration, free}
 * @param quantity how many units
 * @param unit the unit, as {@code 1M requests}
 * @param price the price of one unit with its source and date, or the fact by which it costs nothing; it may be UNKNOWN
 * @param amount quantity times price, at most ten digits after the point; below 0 for a credit; empty if the price is
 *     UNKNOWN
 */
public record BillItem(String name, BigDecimal quantity, String unit, Fact price, Optional<BigDecimal> amount) {
    /** Refuses null parts. */
    public BillItem {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(amount, "amount");
    }

    /** Returns one line, as {@code requests: 3 1M requests = 0.6 [price = 0.20 USD (...)]}. */
    @Override
    public String toString() {
        return name + ": " + quantity.toPlainString() + " " + unit + " = "
                + amount.map(BigDecimal::toPlainString).orElse("UNKNOWN") + " [" + price + "]";
    }
}
