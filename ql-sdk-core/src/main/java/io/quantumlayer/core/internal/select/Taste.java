package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.CustomFactor;
import io.quantumlayer.api.placement.Factor;
import io.quantumlayer.api.placement.Offering;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How much each factor counts, and which the caller added.
 *
 * @param weights how often a factor counts; once where none is given
 * @param custom factors of the caller's own
 */
public record Taste(Map<Factor, BigDecimal> weights, List<CustomFactor> custom) {
    /** Each of the six factors once. */
    public static final Taste PLAIN = new Taste(Map.of(), List.of());

    /** Copies the parts. */
    public Taste {
        weights = Map.copyOf(weights);
        custom = List.copyOf(custom);
    }

    /**
     * Reads how often a factor counts.
     *
     * @param factor the factor
     * @param text a number from 0 to 10
     * @return the number
     * @throws IllegalArgumentException if it is none or outside
     */
    public static BigDecimal weight(Factor factor, String text) {
        BigDecimal given = new BigDecimal(text);
        if (given.signum() < 0 || given.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("weight of " + factor + ": from 0 to 10, not " + text);
        }
        return given;
    }

    double weight(Factor factor) {
        BigDecimal weight = weights.get(factor);
        return weight == null ? 1 : weight.doubleValue();
    }

    double ofTheCaller(Offering offering) {
        double sum = 0;
        for (CustomFactor factor : custom) {
            sum += factor.points(offering).map(BigDecimal::doubleValue).orElse(0.0);
        }
        return sum;
    }
}
