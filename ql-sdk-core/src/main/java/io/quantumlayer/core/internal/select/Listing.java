package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.core.internal.cost.Rates;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An offering with the facts that decide, each read once. Immutable, safe for use by many threads. */
final class Listing {
    private static final Pattern SEPARATORS = Pattern.compile("[, ]+");

    private final Offering offering;
    private final Optional<Rates> rates;
    private final ServiceFacts service;
    private final KnownFact sovereign;
    private final KnownFact price;
    private final Set<String> groups;
    private final String regionName;
    private final String place;

    private Listing(Offering offering, Optional<Rates> rates, ServiceFacts service) {
        this.offering = offering;
        this.rates = rates;
        this.service = service;
        this.sovereign = KnownFact.of(offering.fact("sovereign"), any -> Optional.empty());
        this.price = KnownFact.of(offering.fact("price.month"), Fact::number);
        this.groups = offering.fact("region.groups")
                .value()
                .map(all -> Set.of(SEPARATORS.split(all, -1)))
                .orElse(Set.of());
        this.regionName = offering.fact("region").value().orElse("");
        this.place = offering.region()
                + offering.country().map(country -> " in " + country).orElse("");
    }

    /**
     * Reads an offering.
     *
     * @param offering the offering
     * @param rates what its bills are made of, if it has a tariff
     */
    static Listing of(Offering offering, Optional<Rates> rates) {
        return new Listing(offering, rates, ServiceFacts.of(offering));
    }

    /** Reads a neighbour, which shares what it agrees in. */
    Listing next(Offering neighbour, Optional<Rates> rates) {
        return new Listing(neighbour, rates, service.next(neighbour));
    }

    Offering offering() {
        return offering;
    }

    String id() {
        return offering.id();
    }

    String provider() {
        return offering.provider();
    }

    Strategy strategy() {
        return offering.strategy();
    }

    /** What its bills are made of; empty if it has no tariff. */
    Optional<Rates> rates() {
        return rates;
    }

    /** What it shares with the regions of its service that agree with it. */
    ServiceFacts service() {
        return service;
    }

    KnownFact get(ServiceFacts.Decisive name) {
        return service.get(name);
    }

    /** The fact of a runtime or framework, or null if it has it not. */
    @Nullable
    KnownFact has(String name) {
        return service.has(name);
    }

    /** What makes its region one of a government or a closed country, or UNKNOWN. */
    KnownFact sovereign() {
        return sovereign;
    }

    /** What it states itself that a month costs, or UNKNOWN. */
    KnownFact price() {
        return price;
    }

    /** Region and country in words. */
    String place() {
        return place;
    }

    /** Whether its region is called so, by id or name, or belongs to a group of that name. */
    boolean isIn(String wanted) {
        return wanted.equals(offering.region()) || wanted.equals(regionName) || groups.contains(wanted);
    }
}
