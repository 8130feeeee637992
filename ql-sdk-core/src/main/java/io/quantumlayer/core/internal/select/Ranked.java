package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Factor;
import java.util.Map;

/**
 * A candidate with its exact points; what is shown is rounded, what ranks is not.
 *
 * @param candidate the candidate
 * @param points exact points a factor; 0 where UNKNOWN
 * @param rank the weighted sum with the caller's own factors
 */
record Ranked(Candidate candidate, Map<Factor, Double> points, double rank) {
    double points(Factor factor) {
        return points.getOrDefault(factor, 0.0);
    }

    String id() {
        return candidate.offering().id();
    }
}
