package io.quantumlayer.api.placement;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An offering that every hard limit let pass, with its six scores.
 *
 * @param offering the offering
 * @param scores one score for each factor, in the order of the factors
 */
public record Candidate(Offering offering, List<FactorScore> scores) {
    private static final List<Factor> FACTORS = List.of(Factor.values());

    /**
     * Checks that each factor is scored once.
     *
     * @throws IllegalArgumentException if a factor is missing, stands twice or out of order
     */
    public Candidate {
        Objects.requireNonNull(offering, "offering");
        scores = List.copyOf(scores);
        if (!isComplete(scores)) {
            throw new IllegalArgumentException("Candidate '" + offering.id()
                    + "' must have one score for each factor in order, but has " + scores);
        }
    }

    private static boolean isComplete(List<FactorScore> scores) {
        boolean complete = scores.size() == FACTORS.size();
        for (int i = 0; complete && i < FACTORS.size(); i++) {
            complete = scores.get(i).factor() == FACTORS.get(i);
        }
        return complete;
    }

    /**
     * Returns the sum of all known points; {@link #unknownFactors()} says what it leaves out.
     *
     * @return the sum, from 0 to 62, with two digits after the point
     */
    public BigDecimal total() {
        return scores.stream()
                .map(FactorScore::points)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /**
     * Returns the score of one factor.
     *
     * @param factor the factor
     * @return its score
     */
    public FactorScore score(Factor factor) {
        return scores.stream()
                .filter(score -> score.factor() == factor)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the factors that could not be scored.
     *
     * @return factors in order
     */
    public Set<Factor> unknownFactors() {
        Set<Factor> unknown = EnumSet.noneOf(Factor.class);
        scores.stream().filter(score -> score.points().isEmpty()).forEach(score -> unknown.add(score.factor()));
        return unknown;
    }
}
