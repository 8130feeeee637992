package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.core.internal.cost.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An offering with the facts that decide, each read once. Immutable, safe for use by many threads. */
final class Listing {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final Pattern SEPARATORS = Pattern.compile("[, ]+");
    private static final List<String> PROGRAMMES =
            Programme.known().stream().map(Eligibility::limit).toList();

    private final Offering offering;
    private final Optional<Rates> rates;
    private final Map<Decisive, KnownFact> decisive = new EnumMap<>(Decisive.class);
    private final Map<String, KnownFact> runtimes = new HashMap<>();
    private final List<Standing> eligibility = new ArrayList<>();
    private final Set<String> groups;
    private final String regionName;
    private final String place;

    /**
     * Reads an offering.
     *
     * @param offering the offering
     * @param rates what its bills are made of, if it has a tariff
     */
    Listing(Offering offering, Optional<Rates> rates) {
        this.offering = offering;
        this.rates = rates;
        for (Decisive name : Decisive.values()) {
            decisive.put(name, name.read(offering));
        }
        for (Fact fact : offering.facts().values()) {
            boolean runs = fact.name().startsWith("runtime.") || fact.name().startsWith("framework.");
            if (runs && holds(fact)) {
                runtimes.put(fact.name(), KnownFact.of(fact, any -> Optional.empty()));
            }
        }
        for (String programme : PROGRAMMES) {
            Fact fact = offering.fact(programme);
            eligibility.add(new Standing(KnownFact.of(fact, any -> Optional.empty()), Eligibility.holds(fact)));
        }
        this.groups = offering.fact("region.groups")
                .value()
                .map(all -> Set.of(SEPARATORS.split(all, -1)))
                .orElse(Set.of());
        this.regionName = offering.fact("region").value().orElse("");
        this.place = offering.region()
                + offering.country().map(country -> " in " + country).orElse("");
    }

    /**
     * How it stands with a programme.
     *
     * @param fact what is stated
     * @param holds whether that makes it eligible
     */
    record Standing(KnownFact fact, boolean holds) {}

    /** The facts that decide, and how their amounts are read. */
    enum Decisive {
        DURATION("duration.max"),
        CPU_TIME("cpu.time.max"),
        MEMORY("memory.max"),
        CPU("cpu.count"),
        REPLICAS("replicas.max"),
        READY("instances.ready"),
        LATENCY("latency.p95"),
        AVAILABILITY("sla.availability"),
        GPU("gpu"),
        EDGE("edge"),
        ON_PREMISES("on-premises"),
        SOVEREIGN("sovereign"),
        ONLY_RUNS("runs.only"),
        PRICE("price.month");

        private final String fact;

        Decisive(String fact) {
            this.fact = fact;
        }

        private KnownFact read(Offering offering) {
            return KnownFact.of(offering.fact(fact), this::amount);
        }

        private Optional<BigDecimal> amount(Fact known) {
            return switch (this) {
                case DURATION, CPU_TIME, LATENCY -> Amounts.millis(known);
                case MEMORY -> Amounts.bytes(known);
                case CPU -> known.number().map(MILLIS::multiply);
                case AVAILABILITY -> Amounts.share(known);
                case REPLICAS, READY, GPU, EDGE, ON_PREMISES, SOVEREIGN, ONLY_RUNS, PRICE -> known.number();
            };
        }
    }

    private static boolean holds(Fact fact) {
        String value = fact.value().orElse("false").toLowerCase(Locale.ROOT);
        return !value.isBlank() && !value.equals("false") && !value.equals("no") && !value.equals("none");
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

    KnownFact get(Decisive name) {
        return Objects.requireNonNull(decisive.get(name));
    }

    /** The fact of a runtime or framework, or null if it has it not. */
    @Nullable
    KnownFact has(String name) {
        return runtimes.get(name);
    }

    /** One standing a known programme, in their order. */
    List<Standing> eligibility() {
        return eligibility;
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
