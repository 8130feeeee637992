package io.quantumlayer.catalog.internal;

import io.quantumlayer.api.cost.Charge;
import io.quantumlayer.api.cost.PricedOffering;
import io.quantumlayer.api.cost.SizeClass;
import io.quantumlayer.api.cost.Tariff;
import io.quantumlayer.api.cost.Tier;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One service of a sheet with what it states for every region, under {@code *}, and for single ones. */
final class SheetService {
    private static final String ANY = "*";

    private final String name;
    private final Strategy strategy;
    private final List<String> regions;
    private final List<SheetCharge> charges = new ArrayList<>();
    private final List<SizeClass> sizes = new ArrayList<>();
    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Map<String, Map<String, List<Tier>>> prices = new HashMap<>();
    private final List<String> credits = new ArrayList<>();

    SheetService(String name, Strategy strategy, List<String> regions) {
        this.name = name;
        this.strategy = strategy;
        this.regions = regions;
    }

    void charge(SheetCharge charge) {
        charges.add(charge);
    }

    void size(SizeClass size) {
        sizes.add(size);
    }

    void fact(String region, Fact fact) {
        facts.computeIfAbsent(region, any -> new ArrayList<>()).add(fact);
    }

    void price(String region, String charge, BigDecimal from, Fact price) {
        prices.computeIfAbsent(region, any -> new HashMap<>())
                .computeIfAbsent(charge, any -> new ArrayList<>())
                .add(new Tier(from, price));
    }

    void credit(String fact) {
        credits.add(fact);
    }

    List<PricedOffering> offerings(
            String provider, Map<String, SheetRegion> known, Map<String, List<Fact>> everywhere) {
        List<PricedOffering> all = new ArrayList<>();
        for (String id : regions) {
            SheetRegion region = known.get(id);
            if (region == null) {
                throw new IllegalStateException(provider + "/" + name + " is in no known region " + id);
            }
            Offering offering = offering(provider, region, everywhere.getOrDefault(id, List.of()));
            all.add(new PricedOffering(offering, tariff(offering), sizes));
        }
        return all;
    }

    private Offering offering(String provider, SheetRegion region, List<Fact> everyService) {
        List<Fact> stated = new ArrayList<>();
        stated.add(Fact.of("region", region.name(), "", region.source()));
        region.residency().ifPresent(group -> stated.add(Fact.of("residency", group, "", region.source())));
        stated.addAll(everyService);
        stated.addAll(facts.getOrDefault(ANY, List.of()));
        stated.addAll(facts.getOrDefault(region.id(), List.of()));
        String id = provider + "/" + name + "/" + region.id().toLowerCase(Locale.ROOT);
        Offering offering = Offering.of(id, strategy).withFacts(stated.toArray(new Fact[0]));
        return region.country().map(offering::withCountry).orElse(offering);
    }

    private Tariff tariff(Offering offering) {
        List<Charge> priced = new ArrayList<>();
        for (SheetCharge stated : charges) {
            Charge charge = stated.charge()
                    .withWaived(new Charge.Waived(
                            stated.granted().map(offering::fact).filter(Fact::isKnown),
                            stated.included().map(offering::fact).filter(Fact::isKnown),
                            stated.only()));
            for (Tier tier : tiers(offering.region(), charge.name())) {
                charge = charge.withTier(tier.from(), tier.price());
            }
            priced.add(charge);
        }
        Optional<Fact> credit =
                credits.stream().map(offering::fact).filter(Fact::isKnown).findFirst();
        return new Tariff(Currency.getInstance("USD"), priced, credit);
    }

    private List<Tier> tiers(String region, String charge) {
        List<Tier> own = prices.getOrDefault(region, Map.of()).get(charge);
        return own == null ? prices.getOrDefault(ANY, Map.of()).getOrDefault(charge, List.of()) : own;
    }
}
