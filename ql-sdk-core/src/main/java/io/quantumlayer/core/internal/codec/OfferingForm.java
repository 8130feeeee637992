package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import java.util.List;
import java.util.Optional;

/** An offering as it is written. */
record OfferingForm(String id, Strategy strategy, Optional<String> country, List<Fact> facts) {
    static OfferingForm of(Offering offering) {
        return new OfferingForm(
                offering.id(),
                offering.strategy(),
                offering.country(),
                List.copyOf(offering.facts().values()));
    }

    Offering value() {
        Offering plain = Offering.of(id, strategy).withFacts(facts.toArray(new Fact[0]));
        return country.map(plain::withCountry).orElse(plain);
    }
}
