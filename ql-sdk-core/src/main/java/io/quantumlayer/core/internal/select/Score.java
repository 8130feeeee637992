package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;

/**
 * Exact points with the reason for them.
 *
 * @param points from 0, or not a number if UNKNOWN
 * @param reason why
 */
record Score(double points, String reason) {
    static Score unknown(String reason) {
        return new Score(Double.NaN, reason);
    }

    double known() {
        return Double.isNaN(points) ? 0 : points;
    }

    FactorScore of(Factor factor) {
        return Double.isNaN(points) ? FactorScore.unknown(factor, reason) : FactorScore.of(factor, points, reason);
    }
}
