package io.quantumlayer.api.cost;

import io.quantumlayer.api.plan.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one month costs. Equal workloads give equal bills.
 *
 * @param offeringId the offering
 * @param currency the currency of every amount
 * @param items the lines, in the order of the tariff; none if nobody knows how the offering is paid for
 * @param notes what was assumed or rounded
 */
public record Bill(String offeringId, Currency currency, List<BillItem> items, List<String> notes) {
    private static final int CENTS = 2;

    /** Copies the lists. */
    public Bill {
        Objects.requireNonNull(offeringId, "offeringId");
        Objects.requireNonNull(currency, "currency");
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the sum of all lines.
     *
     * @return the sum, rounded half up to two digits after the point, or empty if a line is UNKNOWN or there is none
     */
    public Optional<Money> total() {
        return isKnown() ? Optional.of(atLeast()) : Optional.empty();
    }

    /**
     * Returns the sum of the lines that are known.
     *
     * @return the sum, rounded half up to two digits after the point
     */
    public Money atLeast() {
        BigDecimal sum =
                items.stream().map(BillItem::amount).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum.max(BigDecimal.ZERO).setScale(CENTS, RoundingMode.HALF_UP), currency);
    }

    /**
     * Tells whether every line is known.
     *
     * @return false if one is UNKNOWN, or there is none
     */
    public boolean isKnown() {
        return !items.isEmpty() && items.stream().allMatch(item -> item.amount().isPresent());
    }
}
