package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a decision hangs on: the limits that the caller waived, which single change would make another offering
 * win, and what would admit each rejected one.
 */
final class Sensitivity {
    private static final BigDecimal MOST_WEIGHT = BigDecimal.TEN;

    private final Needs needs;
    private final List<Candidate> candidates;
    private final Contest real;
    private final List<String> lines = new ArrayList<>();

    Sensitivity(List<Candidate> candidates, Contest real) {
        this.needs = real.needs();
        this.candidates = candidates;
        this.real = real;
    }

    List<String> lines() {
        waivers();
        candidates.stream().findFirst().ifPresent(winner -> {
            requirements(winner);
            candidates.stream().skip(1).forEach(other -> rival(winner, other));
        });
        real.rejected()
                .forEach((offering, breaches) -> lines.add(offering.id() + " would be allowed if "
                        + breaches.stream().map(Breach::remedy).distinct().collect(Collectors.joining(", and if "))));
        return List.copyOf(lines);
    }

    private void waivers() {
        real.waived()
                .forEach((offering, breaches) -> breaches.forEach(breach -> lines.add(offering.id()
                        + " is allowed by the plan's waiver of " + breach.limit() + " ("
                        + needs.waivers().get(breach.limit())
                        + "): " + breach.reason()
                        + breach.fact().map(fact -> " [" + fact + "]").orElse(""))));
        needs.waivers().keySet().stream()
                .filter(Limits.NEVER_WAIVED::contains)
                .forEach(limit ->
                        lines.add("the plan's waiver of " + limit + " counts for nothing: no waiver lifts it"));
    }

    private void requirements(Candidate winner) {
        for (Needs.Variation variation : needs.variations()) {
            Optional<Candidate> other = real.under(variation).first().map(Ranked::candidate);
            other.filter(candidate -> !candidate.offering().equals(winner.offering()))
                    .ifPresent(candidate -> lines.add(variation.change() + ", "
                            + candidate.offering().id() + " would win with " + candidate.total() + " points"));
        }
    }

    private void rival(Candidate winner, Candidate other) {
        BigDecimal lead = winner.total().subtract(other.total());
        String id = other.offering().id();
        if (lead.signum() == 0) {
            lines.add(id + " has as many points as the winner; a preferred provider, else the id, decides");
            return;
        }
        for (Factor factor : Factor.values()) {
            Optional<BigDecimal> mine = winner.score(factor).points();
            Optional<BigDecimal> its = other.score(factor).points();
            if (its.isEmpty() && lead.compareTo(BigDecimal.valueOf(factor.max())) < 0) {
                lines.add(id + " would win if its " + factor + ", which is UNKNOWN, were worth more than " + lead
                        + " points");
            } else if (mine.isPresent() && its.isPresent()) {
                weight(mine.get().subtract(its.get()), lead)
                        .ifPresent(weight -> lines.add(id + " would win if " + factor + " counted " + weight));
            }
        }
    }

    /** The weight of one factor at which the lead is gone, where all others count once. */
    private static Optional<String> weight(BigDecimal ahead, BigDecimal lead) {
        if (ahead.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal even = BigDecimal.ONE.subtract(lead.divide(ahead, 2, RoundingMode.HALF_UP));
        if (ahead.signum() < 0) {
            return even.compareTo(MOST_WEIGHT) <= 0
                    ? Optional.of("more than " + even.toPlainString() + " times")
                    : Optional.empty();
        }
        return even.signum() > 0 ? Optional.of("less than " + even.toPlainString() + " times") : Optional.empty();
    }
}
