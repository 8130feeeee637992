package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.core.internal.select.ServiceFacts.Decisive;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores what every limit let pass. Each point comes from a fact that its reason shows; without a budget or a wanted
 * latency, offerings are measured against the best of them. One thread's.
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
    private final boolean jvm;
    private final int[] further;
    private final double fastest;
    private final Map<Factor, Score> shared = new EnumMap<>(Factor.class);
    private @Nullable ServiceFacts scored;

    /**
     * Creates the scores of one decision.
     *
     * @param allowed what every limit let pass
     */
    Scores(Needs needs, Taste taste, CostScore cost, List<Listing> allowed) {
        this.needs = needs;
        this.taste = taste;
        this.cost = cost;
        this.runtimes = new Runtimes(needs.work());
        this.jvm = needs.work().language().filter(Runtimes.JVM::contains).isPresent();
        this.further = further(needs.promise().compliance());
        this.fastest = fastest(allowed);
    }

    Ranked ranked(Listing offering) {
        return new Ranked(offering, this, taste);
    }

    Score score(Factor factor, Listing offering) {
        return switch (factor) {
            case COST -> cost.score(offering);
            case GEOGRAPHY -> geography(offering);
            case FIT, PERFORMANCE, COMPLIANCE, RELIABILITY -> shared(factor, offering);
        };
    }

    /** What follows from the service alone is scored once for its regions that share it. */
    private Score shared(Factor factor, Listing offering) {
        if (scored != offering.service()) {
            shared.put(Factor.FIT, runtimes.fit(offering));
            shared.put(Factor.PERFORMANCE, performance(offering));
            shared.put(Factor.COMPLIANCE, compliance(offering));
            shared.put(Factor.RELIABILITY, reliability(offering));
            scored = offering.service();
        }
        return Objects.requireNonNull(shared.get(factor));
    }

    /** Half the wanted latency earns all points, the wanted one half of them. */
    private Score performance(Listing offering) {
        KnownFact fact = offering.get(Decisive.LATENCY);
        if (fact.amount().isEmpty()) {
            return readiness(offering, fact);
        }
        double millis = fact.amount().get().doubleValue();
        Optional<Duration> wanted = needs.promise().latency();
        return wanted.isPresent()
                ? new Score(
                        bounded(MAX * wanted.get().toNanos() / 1e6 / (2 * millis)),
                        () -> fact + ", where " + wanted.get().toMillis() + " ms are wanted")
                : new Score(bounded(MAX * fastest / millis), () -> fact + ", against the fastest");
    }

    /** Without a measured latency, what is known of whether a caller waits for a start. */
    private Score readiness(Listing offering, KnownFact latency) {
        KnownFact edge = offering.get(Decisive.EDGE);
        if (edge.isKnown()) {
            return new Score(CLOSE_BY, () -> edge + ", close to whoever calls");
        }
        AppKind kind = needs.work().shape().kind();
        if (kind == AppKind.JOB || kind == AppKind.WORKER) {
            return new Score(ALWAYS_THERE, () -> "nobody waits for it");
        }
        KnownFact ready = offering.get(Decisive.READY);
        if (ready.amount().isEmpty()) {
            return Score.unknown(latency::toString);
        }
        if (ready.amount().get().signum() > 0) {
            return new Score(ALWAYS_THERE, () -> ready + ", so that no caller waits for a start");
        }
        double points = jvm ? JVM_STARTS_FIRST : STARTS_FIRST;
        return needs.promise().latency().isPresent()
                ? new Score(
                        points / 2,
                        () -> ready + ", so that a caller may wait for a start, where little waiting is wanted")
                : new Score(points, () -> ready + ", so that a caller may wait for a start");
    }

    private static double fastest(List<Listing> allowed) {
        double least = 0;
        for (Listing offering : allowed) {
            Optional<BigDecimal> latency = offering.get(Decisive.LATENCY).amount();
            double millis = latency.isPresent() ? latency.get().doubleValue() : 0;
            if (millis > 0 && (least == 0 || millis < least)) {
                least = millis;
            }
        }
        return least;
    }

    /** The first region of the wish earns all points, each later one fewer. */
    private Score geography(Listing offering) {
        List<String> wanted = needs.where().regions();
        if (wanted.isEmpty()) {
            return new Score(MAX, () -> offering.place() + ", and any region will do");
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (Places.matches(offering, wanted.get(i))) {
                int place = i;
                return new Score(
                        MAX * (wanted.size() - i) / wanted.size(),
                        () -> offering.place() + ", number " + (place + 1) + " of the wish: " + wanted.get(place));
            }
        }
        return new Score(0, () -> offering.place() + ", outside every wanted region");
    }

    private Score compliance(Listing offering) {
        int eligible = 0;
        int known = 0;
        for (int i = 0; i < further.length; i++) {
            ServiceFacts.Standing standing = offering.service().eligibility().get(further[i]);
            known += standing.fact().isKnown() ? 1 : 0;
            eligible += standing.holds() ? 1 : 0;
        }
        if (known == 0) {
            return Score.unknown(() -> "nothing is stated beyond what is required");
        }
        int holding = eligible;
        int unknown = further.length - known;
        return new Score(
                MAX * eligible / further.length,
                () -> holding + " of " + further.length + " further programmes, " + unknown + " UNKNOWN: "
                        + stated(offering));
    }

    private String stated(Listing offering) {
        StringJoiner joined = new StringJoiner(", ", "[", "]");
        for (int index : further) {
            KnownFact fact = offering.service().eligibility().get(index).fact();
            if (fact.isKnown()) {
                joined.add(fact.toString());
            }
        }
        return joined.toString();
    }

    /** The places of the programmes that are not required, in the order of all known ones. */
    private static int[] further(Set<Programme> required) {
        List<Programme> all = Programme.known();
        return IntStream.range(0, all.size())
                .filter(i -> !required.contains(all.get(i)))
                .toArray();
    }

    /** Counted in nines, up to one more than the objective asks for, or five. */
    private Score reliability(Listing offering) {
        KnownFact fact = offering.get(Decisive.AVAILABILITY);
        if (!fact.fact().confirmed() || fact.amount().isEmpty()) {
            return Score.unknown(fact::toString);
        }
        Optional<BigDecimal> objective = needs.promise().availability();
        double most = objective.isPresent() ? nines(objective.get()) + 1 : FIVE_NINES;
        return new Score(
                bounded(MAX * nines(fact.amount().get()) / most),
                () -> fact
                        + objective
                                .map(target -> ", for an objective of " + target.toPlainString())
                                .orElse(""));
    }

    private static double nines(BigDecimal share) {
        double missing = BigDecimal.ONE.subtract(share).doubleValue();
        return missing == 0 ? Double.MAX_VALUE / MAX : -StrictMath.log10(missing);
    }

    private static double bounded(double points) {
        return Math.max(0, Math.min(MAX, points));
    }
}
