package io.quantumlayer.core.internal.cost;

import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.Meter;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.SizeClass;
import io.quantumlayer.api.cost.Tariff;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.FactSource;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Made-up tariffs with round prices. */
final class Tariffs {
    private static final FactSource SOURCE = new FactSource("made up", LocalDate.of(2026, 11, 23), true);

    private Tariffs() {}

    static Fact fact(String name, String value) {
        return Fact.of(name, value, "", SOURCE);
    }

    static Charge charge(Meter meter, long unit, String... prices) {
        Charge charge = Charge.of(
                meter.name().toLowerCase(java.util.Locale.ROOT),
                meter,
                new Charge.Unit(BigDecimal.valueOf(unit), "unit"));
        for (String price : prices) {
            String[] parts = price.split(":", 2);
            Fact known = parts[1].equals("?") ? Fact.unknown("price") : fact("price", parts[1]);
            charge = charge.withTier(new BigDecimal(parts[0]), known);
        }
        return charge;
    }

    static Charge granted(Charge charge, String name, String amount) {
        return charge.withWaived(
                new Charge.Waived(Optional.of(fact(name, amount)), Optional.empty(), Optional.empty()));
    }

    static Charge included(Charge charge, String amount) {
        return charge.withWaived(
                new Charge.Waived(Optional.empty(), Optional.of(fact("included", amount)), Optional.empty()));
    }

    static PricedOffering offering(List<Fact> facts, SizeClass size, Charge... charges) {
        Offering offering = Offering.of("acme/run/here", Strategy.SERVERLESS).withFacts(facts.toArray(new Fact[0]));
        return new PricedOffering(offering, Tariff.usd(charges), List.of(size));
    }

    static SizeClass gib() {
        return new SizeClass(BigDecimal.ONE, 1024, 4096, 1024);
    }
}
