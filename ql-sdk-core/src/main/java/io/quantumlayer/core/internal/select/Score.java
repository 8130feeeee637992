package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.FactorScore;
import java.util.function.Supplier;

/**
 * Exact points with the reason for them, which is written when it is read.
 *
 * @param points from 0, or not a number if UNKNOWN
 * @param reason why
 */
record Score(double points, Supplier<String> reason) {
    static Score unknown(Supplier<String> reason) {
        return new Score(Double.NaN, reason);
    }

    double known() {
        return Double.isNaN(points) ? 0 : points;
    }

    FactorScore of(Factor factor) {
        return Double.isNaN(points)
                ? FactorScore.unknown(factor, reason.get())
                : FactorScore.of(factor, points, reason.get());
    }
}
