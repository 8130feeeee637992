package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.InvalidValueException;
import io.quantumlayer.api.plan.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a month costs at each offering: as it states, else as a bill says. One decision's; not thread-safe. */
final class Prices {
    private final Function<Offering, Fact> simulation;
    private final Map<String, Fact> facts = new HashMap<>();
    private final Map<String, Optional<Money>> amounts = new HashMap<>();

    /**
     * Creates the prices of one decision.
     *
     * @param simulation gives the fact {@code price.month} of an offering that states none
     */
    Prices(Function<Offering, Fact> simulation) {
        this.simulation = simulation;
    }

    Fact fact(Offering offering) {
        Fact known = facts.get(offering.id());
        if (known == null) {
            Fact stated = offering.fact("price.month");
            known = stated.isKnown() ? stated : simulation.apply(offering);
            facts.put(offering.id(), known);
        }
        return known;
    }

    /** A price in no currency is no price. */
    Optional<Money> of(Offering offering) {
        Optional<Money> known = amounts.get(offering.id());
        if (known == null) {
            known = money(fact(offering));
            amounts.put(offering.id(), known);
        }
        return known;
    }

    private static Optional<Money> money(Fact fact) {
        try {
            return fact.number().map(amount -> Money.of(amount, fact.unit()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
