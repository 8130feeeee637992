package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.plan.Programme;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores what every limit let pass. Each point comes from a fact that its reason shows; without a budget or a wanted
 * latency, offerings are measured against the best of them.
 */
final class Scores {
    private static final double MAX = 10;
    private static final double FIVE_NINES = 5;
    private static final double ALWAYS_THERE = 8;
    private static final double CLOSE_BY = 9;
    private static final double STARTS_FIRST = 5;
    private static final double JVM_STARTS_FIRST = 3;

    private final Needs needs;
    private final Taste taste;
    private final CostScore cost;
    private final Runtimes runtimes;
    private final double fastest;

    /**
     * Creates the scores of one decision.
     *
     * @param allowed what every limit let pass
     */
    Scores(Needs needs, Taste taste, CostScore cost, List<Offering> allowed) {
        this.needs = needs;
        this.taste = taste;
        this.cost = cost;
        this.runtimes = new Runtimes(needs.work());
        this.fastest = fastest(allowed);
    }

    Ranked ranked(Offering offering) {
        Map<Factor, Score> scores = new EnumMap<>(Factor.class);
        scores.put(Factor.FIT, runtimes.fit(offering));
        scores.put(Factor.COST, cost.score(offering));
        scores.put(Factor.PERFORMANCE, performance(offering));
        scores.put(Factor.GEOGRAPHY, geography(offering));
        scores.put(Factor.COMPLIANCE, compliance(offering));
        scores.put(Factor.RELIABILITY, reliability(offering));
        Map<Factor, Double> points = new EnumMap<>(Factor.class);
        List<FactorScore> shown = new ArrayList<>(scores.size());
        double rank = taste.ofTheCaller(offering);
        for (Map.Entry<Factor, Score> scored : scores.entrySet()) {
            double known = scored.getValue().known();
            points.put(scored.getKey(), known);
            rank += taste.weight(scored.getKey()) * known;
            shown.add(scored.getValue().of(scored.getKey()));
        }
        return new Ranked(new Candidate(offering, shown), points, rank);
    }

    /** Half the wanted latency earns all points, the wanted one half of them. */
    private Score performance(Offering offering) {
        Fact fact = offering.fact("latency.p95");
        Optional<BigDecimal> latency = Amounts.millis(fact);
        if (latency.isEmpty()) {
            return readiness(offering, fact);
        }
        double millis = latency.get().doubleValue();
        Optional<Duration> wanted = needs.promise().latency();
        return wanted.isPresent()
                ? new Score(
                        bounded(MAX * wanted.get().toNanos() / 1e6 / (2 * millis)),
                        fact + ", where " + wanted.get().toMillis() + " ms are wanted")
                : new Score(bounded(MAX * fastest / millis), fact + ", against the fastest");
    }

    /** Without a measured latency, what is known of whether a caller waits for a start. */
    private Score readiness(Offering offering, Fact latency) {
        Fact edge = offering.fact("edge");
        if (edge.isKnown()) {
            return new Score(CLOSE_BY, edge + ", close to whoever calls");
        }
        AppKind kind = needs.work().shape().kind();
        if (kind == AppKind.JOB || kind == AppKind.WORKER) {
            return new Score(ALWAYS_THERE, "nobody waits for it");
        }
        Fact ready = offering.fact("instances.ready");
        Optional<BigDecimal> instances = ready.number();
        if (instances.isEmpty()) {
            return Score.unknown(latency.toString());
        }
        if (instances.get().signum() > 0) {
            return new Score(ALWAYS_THERE, ready + ", so that no caller waits for a start");
        }
        boolean jvm = needs.work().language().filter(Runtimes.JVM::contains).isPresent();
        double points = jvm ? JVM_STARTS_FIRST : STARTS_FIRST;
        return needs.promise().latency().isPresent()
                ? new Score(
                        points / 2, ready + ", so that a caller may wait for a start, where little waiting is wanted")
                : new Score(points, ready + ", so that a caller may wait for a start");
    }

    private static double fastest(List<Offering> allowed) {
        double least = 0;
        for (Offering offering : allowed) {
            double millis = Amounts.millis(offering.fact("latency.p95"))
                    .map(BigDecimal::doubleValue)
                    .orElse(0.0);
            if (millis > 0 && (least == 0 || millis < least)) {
                least = millis;
            }
        }
        return least;
    }

    /** The first region of the wish earns all points, each later one fewer. */
    private Score geography(Offering offering) {
        String place = offering.region()
                + offering.country().map(country -> " in " + country).orElse("");
        List<String> wanted = needs.where().regions();
        if (wanted.isEmpty()) {
            return new Score(MAX, place + ", and any region will do");
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (Places.matches(offering, wanted.get(i))) {
                return new Score(
                        MAX * (wanted.size() - i) / wanted.size(),
                        place + ", number " + (i + 1) + " of the wish: " + wanted.get(i));
            }
        }
        return new Score(0, place + ", outside every wanted region");
    }

    private Score compliance(Offering offering) {
        Set<Programme> required = needs.promise().compliance();
        List<Fact> further = new ArrayList<>();
        for (Programme programme : Programme.known()) {
            if (!required.contains(programme)) {
                further.add(Eligibility.fact(offering, programme));
            }
        }
        List<Fact> known = further.stream().filter(Fact::isKnown).toList();
        if (known.isEmpty()) {
            return Score.unknown("nothing is stated beyond what is required");
        }
        List<Fact> eligible = known.stream().filter(Eligibility::holds).toList();
        return new Score(
                MAX * eligible.size() / further.size(),
                eligible.size() + " of " + further.size() + " further programmes, " + (further.size() - known.size())
                        + " UNKNOWN: " + known);
    }

    /** Counted in nines, up to one more than the objective asks for, or five. */
    private Score reliability(Offering offering) {
        Fact fact = offering.fact("sla.availability");
        Optional<BigDecimal> share = fact.confirmed() ? Amounts.share(fact) : Optional.empty();
        if (share.isEmpty()) {
            return Score.unknown(fact.toString());
        }
        Optional<BigDecimal> objective = needs.promise().availability();
        double most = objective.map(target -> nines(target) + 1).orElse(FIVE_NINES);
        String against = objective
                .map(target -> ", for an objective of " + target.toPlainString())
                .orElse("");
        return new Score(bounded(MAX * nines(share.get()) / most), fact + against);
    }

    private static double nines(BigDecimal share) {
        double missing = BigDecimal.ONE.subtract(share).doubleValue();
        return missing == 0 ? Double.MAX_VALUE / MAX : -StrictMath.log10(missing);
    }

    private static double bounded(double points) {
        return Math.max(0, Math.min(MAX, points));
    }
}
