package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The hard limits, in the order in which they are looked at. What is UNKNOWN does not meet a limit. */
final class Limits {
    /** What no plan can waive: nothing runs on what is not there, or cannot run it. */
    static final Set<String> NEVER_WAIVED = Set.of("environment", "runtime", "gpu", "kind");

    static final String BUDGET = "budget";

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private final Needs needs;
    private final Reach reach;
    private final Prices prices;
    private final List<Function<Offering, Optional<Breach>>> all = new ArrayList<>();

    Limits(Needs needs, Reach reach, Prices prices) {
        this.needs = needs;
        this.reach = reach;
        this.prices = prices;
        ShapeLimits shape = new ShapeLimits(needs);
        all.addAll(List.of(reach::breach, shape::kind, this::excluded, shape::gpu, shape::edge, shape::onPremises));
        all.addAll(List.of(new Runtimes(needs.work())::breach, this::residency, this::region, shape::sovereign));
        needs.promise().compliance().forEach(programme -> all.add(offering -> compliance(offering, programme)));
        all.addAll(List.of(shape::endless, shape::duration, shape::answering));
        all.addAll(List.of(this::memory, this::cpu, this::replicas, this::budget));
    }

    /** The limits that an offering does not meet, waived or not; in a market, up to the first that stands. */
    List<Breach> breaches(Offering offering) {
        List<Breach> found = List.of();
        for (Function<Offering, Optional<Breach>> limit : all) {
            Optional<Breach> breach = limit.apply(offering);
            if (breach.isPresent()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(breach.get());
                if (reach.isMarket() && !isLifted(breach.get())) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Tells whether the caller waived a limit, by name, and may. */
    boolean isLifted(Breach breach) {
        return needs.waivers().containsKey(breach.limit()) && !NEVER_WAIVED.contains(breach.limit());
    }

    private Optional<Breach> excluded(Offering offering) {
        String id = offering.provider();
        return needs.where().excluded().contains(id)
                ? Optional.of(new Breach(
                        "excluded-provider", "the plan excludes " + id, Optional.empty(), id + " were not excluded"))
                : Optional.empty();
    }

    private Optional<Breach> residency(Offering offering) {
        return needs.where().residency().flatMap(wanted -> residency(offering, wanted));
    }

    private static Optional<Breach> residency(Offering offering, Residency wanted) {
        String required = "data must stay in " + wanted + ", ";
        String remedy = "residency were not " + wanted;
        if (offering.country().isEmpty()) {
            return Optional.of(
                    Breach.of("residency", required + "but nobody knows the country", Fact.unknown("country"), remedy));
        }
        String country = offering.country().get();
        Optional<Boolean> within = Places.within(country, wanted.code());
        String found = within.isPresent()
                ? "but it lies in " + country
                : "but nobody here knows which countries that is, and it lies in " + country;
        return within.orElse(false)
                ? Optional.empty()
                : Optional.of(new Breach("residency", required + found, Optional.empty(), remedy));
    }

    private Optional<Breach> region(Offering offering) {
        List<String> wanted = needs.where().regions();
        if (wanted.isEmpty() || wanted.stream().anyMatch(region -> Places.matches(offering, region))) {
            return Optional.empty();
        }
        String place = offering.country().map(country -> " in " + country).orElse(" in an UNKNOWN country");
        return Optional.of(Breach.of(
                "region",
                "regions are " + String.join(", ", wanted) + ", but it lies in " + offering.region() + place,
                offering.fact("region"),
                "region " + offering.region() + " were allowed"));
    }

    private static Optional<Breach> compliance(Offering offering, Programme programme) {
        Fact fact = Eligibility.fact(offering, programme);
        if (Eligibility.holds(fact)) {
            return Optional.empty();
        }
        String known = fact.isKnown() && !fact.confirmed() ? "that is not confirmed" : "it is not";
        String found = fact.isKnown() ? known : "nobody stated that it is";
        return Optional.of(Breach.of(
                fact.name(),
                "it must be eligible for " + programme + ", but " + found,
                fact,
                programme + " were not required"));
    }

    private Optional<Breach> budget(Offering offering) {
        return needs.promise().budget().flatMap(budget -> budget(offering, budget));
    }

    private Optional<Breach> budget(Offering offering, Money budget) {
        Fact price = prices.fact(offering);
        Optional<Money> month = prices.of(offering);
        String required = "a month may cost " + budget + ", ";
        if (month.isEmpty()) {
            return Optional.of(Breach.of(
                    BUDGET, required + "but nobody knows what it costs", price, "its monthly price were known"));
        }
        Money found = month.get();
        if (!found.currency().equals(budget.currency())) {
            return Optional.of(Breach.of(
                    "budget",
                    required + "but it is paid in another currency, " + found,
                    price,
                    "the budget were stated in " + found.currency().getCurrencyCode()));
        }
        return found.amount().compareTo(budget.amount()) <= 0
                ? Optional.empty()
                : Optional.of(Breach.of(
                        BUDGET, required + "but it costs " + found, price, "the budget were " + found + " or more"));
    }

    private Optional<Breach> memory(Offering offering) {
        Optional<Memory> wanted = needs.size().each().memory();
        Fact fact = offering.fact("memory.max");
        Optional<BigDecimal> most = Amounts.bytes(fact);
        return wanted.filter(memory -> most.filter(max -> max.compareTo(BigDecimal.valueOf(memory.bytes())) < 0)
                        .isPresent())
                .map(memory -> Breach.of(
                        "resources",
                        "a replica needs memory of " + memory + ", but it has less",
                        fact,
                        "a replica needed no more memory than it has"));
    }

    private Optional<Breach> cpu(Offering offering) {
        Optional<CpuMillis> wanted = needs.size().each().cpu();
        Fact fact = offering.fact("cpu.count");
        Optional<BigDecimal> most = fact.number().map(MILLIS::multiply);
        return wanted.filter(cpu -> most.filter(max -> max.compareTo(BigDecimal.valueOf(cpu.value())) < 0)
                        .isPresent())
                .map(cpu -> Breach.of(
                        "resources",
                        "a replica needs a processor capacity of " + cpu + ", but it has less",
                        fact,
                        "a replica needed no more processors than it has"));
    }

    private Optional<Breach> replicas(Offering offering) {
        int wanted = needs.size().replicas();
        Fact fact = offering.fact("replicas.max");
        return fact.number()
                .filter(max -> max.compareTo(BigDecimal.valueOf(wanted)) < 0)
                .map(max -> Breach.of(
                        "resources",
                        wanted + " replicas are wanted, but it runs at most " + max.toPlainString(),
                        fact,
                        "no more than " + max.toPlainString() + " replicas were wanted"));
    }
}
