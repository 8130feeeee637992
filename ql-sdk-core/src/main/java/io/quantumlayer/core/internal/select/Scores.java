package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.Money;
import io.quantumlayer.api.plan.Programme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scores what every limit let pass. Each point comes from a fact that its reason shows; without a budget or a wanted
 * latency, offerings are measured against the best of them.
 */
final class Scores {
    private static final double MAX = 10;
    private static final double FIVE_NINES = 5;

    private final Needs needs;
    private final List<Offering> allowed;
    private final Runtimes runtimes;

    Scores(Needs needs, List<Offering> allowed) {
        this.needs = needs;
        this.allowed = allowed;
        this.runtimes = new Runtimes(needs.work());
    }

    Candidate candidate(Offering offering) {
        return new Candidate(
                offering,
                List.of(
                        runtimes.fit(offering),
                        cost(offering),
                        performance(offering),
                        geography(offering),
                        compliance(offering),
                        reliability(offering)));
    }

    private FactorScore cost(Offering offering) {
        Fact fact = Prices.fact(offering);
        Optional<Money> price = Prices.of(offering);
        if (price.isEmpty()) {
            return FactorScore.unknown(Factor.COST, fact.toString());
        }
        double amount = price.get().amount().doubleValue();
        if (amount == 0) {
            return FactorScore.of(Factor.COST, MAX, fact.toString());
        }
        Currency currency = price.get().currency();
        Optional<Money> budget = needs.promise().budget();
        if (budget.filter(money -> !money.currency().equals(currency)).isPresent()) {
            return FactorScore.unknown(Factor.COST, fact + ", against a budget in another currency");
        }
        return budget.map(money -> FactorScore.of(
                        Factor.COST,
                        bounded(MAX * (1 - amount / money.amount().doubleValue())),
                        fact + ", of a budget of " + money))
                .orElseGet(() -> FactorScore.of(
                        Factor.COST, MAX * cheapest(currency) / amount, fact + ", against the cheapest"));
    }

    private double cheapest(Currency currency) {
        return allowed.stream()
                .map(Prices::of)
                .flatMap(Optional::stream)
                .filter(price -> price.currency().equals(currency))
                .map(Money::amount)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO)
                .doubleValue();
    }

    /** Half the wanted latency earns all points, the wanted one half of them. */
    private FactorScore performance(Offering offering) {
        Fact fact = offering.fact("latency.p95");
        Optional<BigDecimal> latency = Amounts.millis(fact);
        if (latency.isEmpty()) {
            return FactorScore.unknown(Factor.PERFORMANCE, fact.toString());
        }
        double millis = latency.get().doubleValue();
        return needs.promise()
                .latency()
                .map(wanted -> FactorScore.of(
                        Factor.PERFORMANCE,
                        bounded(MAX * wanted.toNanos() / 1e6 / (2 * millis)),
                        fact + ", where " + wanted.toMillis() + " ms are wanted"))
                .orElseGet(() -> FactorScore.of(
                        Factor.PERFORMANCE, bounded(MAX * fastest() / millis), fact + ", against the fastest"));
    }

    private double fastest() {
        return allowed.stream()
                .map(offering -> Amounts.millis(offering.fact("latency.p95")))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO)
                .doubleValue();
    }

    /** The first region of the wish earns all points, each later one fewer. */
    private FactorScore geography(Offering offering) {
        String place = offering.region()
                + offering.country().map(country -> " in " + country).orElse("");
        List<String> wanted = needs.where().regions();
        if (wanted.isEmpty()) {
            return FactorScore.of(Factor.GEOGRAPHY, MAX, place + ", and any region will do");
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (Places.matches(offering, wanted.get(i))) {
                return FactorScore.of(
                        Factor.GEOGRAPHY,
                        MAX * (wanted.size() - i) / wanted.size(),
                        place + ", number " + (i + 1) + " of the wish: " + wanted.get(i));
            }
        }
        return FactorScore.of(Factor.GEOGRAPHY, 0, place + ", outside every wanted region");
    }

    private FactorScore compliance(Offering offering) {
        Set<Programme> required = needs.promise().compliance();
        List<Fact> further = new ArrayList<>();
        for (Programme programme : Programme.known()) {
            if (!required.contains(programme)) {
                further.add(Eligibility.fact(offering, programme));
            }
        }
        List<Fact> known = further.stream().filter(Fact::isKnown).toList();
        if (known.isEmpty()) {
            return FactorScore.unknown(Factor.COMPLIANCE, "nothing is stated beyond what is required");
        }
        List<Fact> eligible = known.stream().filter(Eligibility::holds).toList();
        return FactorScore.of(
                Factor.COMPLIANCE,
                MAX * eligible.size() / further.size(),
                eligible.size() + " of " + further.size() + " further programmes, " + (further.size() - known.size())
                        + " UNKNOWN: " + known);
    }

    /** Counted in nines, up to one more than the objective asks for, or five. */
    private FactorScore reliability(Offering offering) {
        Fact fact = offering.fact("sla.availability");
        Optional<BigDecimal> share = Amounts.share(fact);
        if (share.isEmpty()) {
            return FactorScore.unknown(Factor.RELIABILITY, fact.toString());
        }
        Optional<BigDecimal> objective = needs.promise().availability();
        double most = objective.map(target -> nines(target) + 1).orElse(FIVE_NINES);
        String against = objective
                .map(target -> ", for an objective of " + target.toPlainString())
                .orElse("");
        return FactorScore.of(Factor.RELIABILITY, bounded(MAX * nines(share.get()) / most), fact + against);
    }

    private static double nines(BigDecimal share) {
        double missing = BigDecimal.ONE.subtract(share).doubleValue();
        return missing == 0 ? Double.MAX_VALUE / MAX : -StrictMath.log10(missing);
    }

    private static double bounded(double points) {
        return Math.max(0, Math.min(MAX, points));
    }
}
