package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.plan.CpuMillis;
import io.quantumlayer.api.plan.Memory;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.plan.Residency;
import io.quantumlayer.core.internal.select.ServiceFacts.Decisive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hard limits, in the order in which they are looked at. What is UNKNOWN does not meet a limit. Offerings are best
 * asked for in the order of their ids, since neighbours share what follows from their service alone. One thread's.
 */
final class Limits {
    /** What no plan can waive: nothing runs on what is not there, or cannot run it. */
    static final Set<String> NEVER_WAIVED = Set.of("environment", "runtime", "gpu", "kind");

    static final String BUDGET = "budget";

    private final Needs needs;
    private final Reach reach;
    private final Prices prices;
    private final List<Stretch> all;

    Limits(Needs needs, Reach reach, Prices prices) {
        this.needs = needs;
        this.reach = reach;
        this.prices = prices;
        ShapeLimits shape = new ShapeLimits(needs);
        Stretch nature = new Stretch(true);
        nature.add(reach::breach, shape::kind, this::excluded, shape::gpu, shape::edge, shape::onPremises);
        nature.add(new Runtimes(needs.work())::breach);
        Stretch place = new Stretch(false);
        place.add(this::residency, this::region, shape::sovereign);
        Stretch promises = new Stretch(true);
        for (Programme programme : needs.promise().compliance()) {
            String limit = Eligibility.limit(programme);
            promises.add(offering -> compliance(offering.offering().fact(limit), programme));
        }
        promises.add(shape::endless, shape::duration, shape::answering, this::memory, this::cpu, this::replicas);
        Stretch cost = new Stretch(false);
        cost.add(this::budget);
        this.all = List.of(nature, place, promises, cost);
    }

    private interface Limit extends Function<Listing, Optional<Breach>> {}

    /** Limits that are looked at one after the other. */
    private final class Stretch {
        private final boolean ofService;
        private final List<Limit> limits = new ArrayList<>();
        private @Nullable ServiceFacts judged;
        private List<Breach> verdict = List.of();

        /**
         * Creates one without limits.
         *
         * @param ofService whether they follow from what regions of a service share
         */
        Stretch(boolean ofService) {
            this.ofService = ofService;
        }

        void add(Limit... more) {
            limits.addAll(List.of(more));
        }

        List<Breach> breaches(Listing offering) {
            if (!ofService) {
                return looked(offering);
            }
            if (judged != offering.service()) {
                verdict = looked(offering);
                judged = offering.service();
            }
            return verdict;
        }

        private List<Breach> looked(Listing offering) {
            List<Breach> found = List.of();
            for (Limit limit : limits) {
                Optional<Breach> breach = limit.apply(offering);
                if (breach.isPresent()) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(breach.get());
                    if (ends(breach.get())) {
                        return found;
                    }
                }
            }
            return found;
        }
    }

    /** The limits that an offering does not meet, waived or not; in a market, up to the first that stands. */
    List<Breach> breaches(Listing offering) {
        List<Breach> found = List.of();
        for (Stretch stretch : all) {
            List<Breach> more = stretch.breaches(offering);
            if (!more.isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.addAll(more);
                if (ends(more.get(more.size() - 1))) {
                    return found;
                }
            }
        }
        return found;
    }

    private boolean ends(Breach breach) {
        return reach.isMarket() && !isLifted(breach);
    }

    /** Tells whether the caller waived a limit, by name, and may. */
    boolean isLifted(Breach breach) {
        return needs.waivers().containsKey(breach.limit()) && !NEVER_WAIVED.contains(breach.limit());
    }

    private Optional<Breach> excluded(Listing offering) {
        String id = offering.provider();
        return needs.where().excluded().contains(id)
                ? Optional.of(Breach.of(
                        "excluded-provider", () -> "the plan excludes " + id, () -> id + " were not excluded"))
                : Optional.empty();
    }

    private Optional<Breach> residency(Listing offering) {
        return needs.where().residency().flatMap(wanted -> residency(offering, wanted));
    }

    private static Optional<Breach> residency(Listing offering, Residency wanted) {
        String remedy = "residency were not " + wanted;
        Optional<String> country = offering.offering().country();
        if (country.isEmpty()) {
            return Optional.of(new Breach(
                    "residency",
                    () -> "data must stay in " + wanted + ", but nobody knows the country",
                    Optional.of(Fact.unknown("country")),
                    () -> remedy));
        }
        Optional<Boolean> within = Places.within(country.get(), wanted.code());
        if (within.orElse(false)) {
            return Optional.empty();
        }
        String found = within.isPresent()
                ? ", but it lies in "
                : ", but nobody here knows which countries that is, and it lies in ";
        return Optional.of(
                Breach.of("residency", () -> "data must stay in " + wanted + found + country.get(), () -> remedy));
    }

    private Optional<Breach> region(Listing offering) {
        List<String> wanted = needs.where().regions();
        if (wanted.isEmpty() || wanted.stream().anyMatch(region -> Places.matches(offering, region))) {
            return Optional.empty();
        }
        String region = offering.offering().region();
        return Optional.of(new Breach(
                "region",
                () -> "regions are " + String.join(", ", wanted) + ", but it lies in " + region
                        + offering.offering()
                                .country()
                                .map(country -> " in " + country)
                                .orElse(" in an UNKNOWN country"),
                Optional.of(offering.offering().fact("region")),
                () -> "region " + region + " were allowed"));
    }

    private static Optional<Breach> compliance(Fact fact, Programme programme) {
        if (Eligibility.holds(fact)) {
            return Optional.empty();
        }
        String known = fact.isKnown() && !fact.confirmed() ? "that is not confirmed" : "it is not";
        String found = fact.isKnown() ? known : "nobody stated that it is";
        return Optional.of(new Breach(
                fact.name(),
                () -> "it must be eligible for " + programme + ", but " + found,
                Optional.of(fact),
                () -> programme + " were not required"));
    }

    private Optional<Breach> budget(Listing offering) {
        return needs.promise().budget().flatMap(budget -> budget(offering, budget));
    }

    private Optional<Breach> budget(Listing offering, Money budget) {
        Prices.Price price = prices.of(offering);
        if (price.amount().isEmpty()) {
            return over(budget, price, "but nobody knows what it costs", "its monthly price were known");
        }
        Money found = price.amount().get();
        if (!found.currency().equals(budget.currency())) {
            return over(
                    budget,
                    price,
                    "but it is paid in another currency, " + found,
                    "the budget were stated in " + found.currency().getCurrencyCode());
        }
        return found.amount().compareTo(budget.amount()) <= 0
                ? Optional.empty()
                : over(budget, price, "but it costs " + found, "the budget were " + found + " or more");
    }

    private static Optional<Breach> over(Money budget, Prices.Price price, String found, String remedy) {
        return Optional.of(new Breach(
                BUDGET, () -> "a month may cost " + budget + ", " + found, Optional.of(price.fact()), () -> remedy));
    }

    private Optional<Breach> memory(Listing offering) {
        Optional<Memory> wanted = needs.size().each().memory();
        KnownFact most = offering.get(Decisive.MEMORY);
        return wanted.isPresent()
                        && most.isLessThan(BigDecimal.valueOf(wanted.get().bytes()))
                ? Optional.of(Breach.of(
                        "resources",
                        () -> "a replica needs memory of " + wanted.get() + ", but it has less",
                        most,
                        () -> "a replica needed no more memory than it has"))
                : Optional.empty();
    }

    private Optional<Breach> cpu(Listing offering) {
        Optional<CpuMillis> wanted = needs.size().each().cpu();
        KnownFact most = offering.get(Decisive.CPU);
        return wanted.isPresent()
                        && most.isLessThan(BigDecimal.valueOf(wanted.get().value()))
                ? Optional.of(Breach.of(
                        "resources",
                        () -> "a replica needs a processor capacity of " + wanted.get() + ", but it has less",
                        most,
                        () -> "a replica needed no more processors than it has"))
                : Optional.empty();
    }

    private Optional<Breach> replicas(Listing offering) {
        int wanted = needs.size().replicas();
        KnownFact most = offering.get(Decisive.REPLICAS);
        if (!most.isLessThan(BigDecimal.valueOf(wanted))) {
            return Optional.empty();
        }
        String max = most.amount().orElseThrow().toPlainString();
        return Optional.of(Breach.of(
                "resources",
                () -> wanted + " replicas are wanted, but it runs at most " + max,
                most,
                () -> "no more than " + max + " replicas were wanted"));
    }
}
