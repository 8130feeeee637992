package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A listing that every limit let pass, with its exact points; what is shown is rounded, what ranks is not. */
final class Ranked {
    private final Listing listing;
    private final Map<Factor, Score> scores;
    private final double rank;

    /**
     * Creates one.
     *
     * @param listing the offering
     * @param scores one a factor, in their order
     * @param rank the weighted sum with the caller's own factors
     */
    Ranked(Listing listing, Map<Factor, Score> scores, double rank) {
        this.listing = listing;
        this.scores = scores;
        this.rank = rank;
    }

    Listing listing() {
        return listing;
    }

    Offering offering() {
        return listing.offering();
    }

    double rank() {
        return rank;
    }

    /** Exact points; 0 where UNKNOWN. */
    double points(Factor factor) {
        return score(factor).known();
    }

    private Score score(Factor factor) {
        return Objects.requireNonNull(scores.get(factor));
    }

    String id() {
        return listing.id();
    }

    /** What is shown of it. */
    Candidate candidate() {
        List<FactorScore> shown = new ArrayList<>(scores.size());
        scores.forEach((factor, score) -> shown.add(score.of(factor)));
        return new Candidate(listing.offering(), shown);
    }
}
