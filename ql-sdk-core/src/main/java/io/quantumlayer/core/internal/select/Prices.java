package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Money;
import java.util.Optional;

/** Reads what an offering costs a month. */
final class Prices {
    private Prices() {}

    static Fact fact(Offering offering) {
        return offering.fact("price.month");
    }

    /** A price in no currency is no price. */
    static Optional<Money> of(Offering offering) {
        Fact fact = fact(offering);
        try {
            return fact.number().map(amount -> Money.of(amount, fact.unit()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
