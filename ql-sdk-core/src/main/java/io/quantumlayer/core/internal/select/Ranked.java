package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import io.quantumlayer.api.placement.Offering;
import java.util.ArrayList;
import java.util.List;

/**
 * A listing that every limit let pass, with its exact points; what is shown is rounded, what ranks is not. Why it has
 * them is asked for again when it is shown.
 */
final class Ranked {
    private static final List<Factor> FACTORS = List.of(Factor.values());

    private final Listing listing;
    private final Scores scores;
    private final double[] points = new double[FACTORS.size()];
    private final double rank;

    /**
     * Creates one.
     *
     * @param listing the offering
     * @param scores gives its points
     * @param taste what counts how much
     */
    Ranked(Listing listing, Scores scores, Taste taste) {
        this.listing = listing;
        this.scores = scores;
        double sum = taste.ofTheCaller(listing.offering());
        for (int i = 0; i < points.length; i++) {
            points[i] = scores.score(FACTORS.get(i), listing).known();
            sum += taste.weight(FACTORS.get(i)) * points[i];
        }
        this.rank = sum;
    }

    Listing listing() {
        return listing;
    }

    Offering offering() {
        return listing.offering();
    }

    /** The weighted sum with the caller's own factors. */
    double rank() {
        return rank;
    }

    /** Exact points; 0 where UNKNOWN. */
    double points(Factor factor) {
        return points[FACTORS.indexOf(factor)];
    }

    String id() {
        return listing.id();
    }

    /** What is shown of it. */
    Candidate candidate() {
        List<FactorScore> shown = new ArrayList<>(FACTORS.size());
        for (Factor factor : FACTORS) {
            shown.add(scores.score(factor, listing).of(factor));
        }
        return new Candidate(listing.offering(), shown);
    }
}
