package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
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
    static final Set<String> NEVER_WAIVED = Set.of("environment", "runtime");

    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private final Needs needs;
    private final Environment environment;
    private final Runtimes runtimes;

    Limits(Needs needs, Environment environment) {
        this.needs = needs;
        this.environment = environment;
        this.runtimes = new Runtimes(needs.work());
    }

    /** Every limit that an offering does not meet, waived or not. */
    List<Breach> breaches(Offering offering) {
        List<Function<Offering, Optional<Breach>>> limits = new ArrayList<>(
                List.of(this::environment, this::excluded, runtimes::breach, this::residency, this::region));
        needs.promise().compliance().forEach(programme -> limits.add(of -> compliance(of, programme)));
        limits.addAll(List.of(this::budget, this::memory, this::cpu, this::replicas));
        return limits.stream()
                .map(limit -> limit.apply(offering))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Breach> environment(Offering offering) {
        String id = offering.provider();
        Optional<Detection> found = environment.provider(id);
        if (found.filter(Detection::isReady).isPresent()) {
            return Optional.empty();
        }
        String why = found.map(detection -> detection.status() + ", " + detection.message())
                .orElse("it is not installed");
        return Optional.of(new Breach(
                "environment", "provider " + id + " cannot be used: " + why, Optional.empty(), id + " were ready"));
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
        String found = fact.isKnown() ? "it is not" : "nobody stated that it is";
        return Optional.of(Breach.of(
                fact.name(),
                "it must be eligible for " + programme + ", but " + found,
                fact,
                programme + " were not required"));
    }

    private Optional<Breach> budget(Offering offering) {
        return needs.promise().budget().flatMap(budget -> budget(offering, budget));
    }

    private static Optional<Breach> budget(Offering offering, Money budget) {
        Fact price = Prices.fact(offering);
        Optional<Money> month = Prices.of(offering);
        String required = "a month may cost " + budget + ", ";
        if (month.isEmpty()) {
            return Optional.of(Breach.of(
                    "budget", required + "but nobody knows what it costs", price, "its monthly price were known"));
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
                        "budget", required + "but it costs " + found, price, "the budget were " + found + " or more"));
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
