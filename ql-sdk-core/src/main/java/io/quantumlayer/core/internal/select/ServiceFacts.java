package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.plan.Programme;
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
import org.jspecify.annotations.Nullable;

/**
 * The facts that decide of an offering, but where it lies and what it costs, each read once. Regions of a service that
 * agree in all of them share them, so that what follows from them alone is found out once. Immutable, safe for use by
 * many threads.
 */
final class ServiceFacts {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
    private static final List<String> PROGRAMMES =
            Programme.known().stream().map(Eligibility::limit).toList();
    /** The facts of a region, which neighbours need not agree in. */
    private static final Set<String> OF_A_REGION =
            Set.of("region", "region.groups", "residency", "sovereign", "price.month");

    private final String provider;
    private final Strategy strategy;
    private final Map<String, Fact> stated;
    private final Map<Decisive, KnownFact> decisive = new EnumMap<>(Decisive.class);
    private final Map<String, KnownFact> runtimes = new HashMap<>();
    private final List<Standing> eligibility = new ArrayList<>();

    private ServiceFacts(Offering offering, Map<String, Fact> stated) {
        this.provider = offering.provider();
        this.strategy = offering.strategy();
        this.stated = stated;
        for (Decisive name : Decisive.values()) {
            decisive.put(name, name.read(offering));
        }
        for (Fact fact : stated.values()) {
            boolean runs = fact.name().startsWith("runtime.") || fact.name().startsWith("framework.");
            if (runs && holds(fact)) {
                runtimes.put(fact.name(), KnownFact.of(fact, any -> Optional.empty()));
            }
        }
        for (String programme : PROGRAMMES) {
            Fact fact = offering.fact(programme);
            eligibility.add(new Standing(KnownFact.of(fact, any -> Optional.empty()), Eligibility.holds(fact)));
        }
    }

    static ServiceFacts of(Offering offering) {
        return new ServiceFacts(offering, stated(offering));
    }

    /** These, if another offering agrees with them, else its own. */
    ServiceFacts next(Offering neighbour) {
        Map<String, Fact> other = stated(neighbour);
        boolean same =
                provider.equals(neighbour.provider()) && strategy == neighbour.strategy() && stated.equals(other);
        return same ? this : new ServiceFacts(neighbour, other);
    }

    private static Map<String, Fact> stated(Offering offering) {
        Map<String, Fact> stated = new HashMap<>(offering.facts());
        stated.keySet().removeAll(OF_A_REGION);
        return stated;
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
        ONLY_RUNS("runs.only");

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
                case REPLICAS, READY, GPU, EDGE, ON_PREMISES, ONLY_RUNS -> known.number();
            };
        }
    }

    private static boolean holds(Fact fact) {
        String value = fact.value().orElse("false").toLowerCase(Locale.ROOT);
        return !value.isBlank() && !value.equals("false") && !value.equals("no") && !value.equals("none");
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
}
