package io.quantumlayer.api.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What one factor gives a candidate, and why.
 *
 * @param factor the factor
 * @param points 0 to the factor's maximum, rounded to two digits after the point, or empty if UNKNOWN
 * @param reason why, or what nobody knows; not blank
 */
public record FactorScore(Factor factor, Optional<BigDecimal> points, String reason) {
    private static final int SCALE = 2;
    private static final int HUNDRED = 100;
    private static final double HALF_WAY = 1e-6;

    /**
     * Rounds the points and checks their range.
     *
     * @throws IllegalArgumentException if they are out of range or the reason is blank
     */
    public FactorScore {
        Objects.requireNonNull(factor, "factor");
        if (points.isPresent() && points.get().scale() != SCALE) {
            points = Optional.of(points.get().setScale(SCALE, RoundingMode.HALF_UP));
        }
        int max = factor.max();
        if (points.isPresent() && (points.get().signum() < 0 || points.get().compareTo(BigDecimal.valueOf(max)) > 0)) {
            throw new IllegalArgumentException(
                    "Points of " + factor + " must be from 0 to " + max + ", but were " + points.orElseThrow());
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A score of " + factor + " must have a reason");
        }
    }

    /**
     * Returns a known score.
     *
     * @param factor the factor
     * @param points 0 to the factor's maximum
     * @param reason why
     * @return the score
     * @throws IllegalArgumentException if the points are out of range or not finite, or the reason is blank
     */
    public static FactorScore of(Factor factor, double points, String reason) {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("Points of " + factor + " must be a number, but were " + points);
        }
        return new FactorScore(factor, Optional.of(rounded(points)), reason);
    }

    /** Rounds half up as decimals do; only what lies half-way needs its decimal form. */
    private static BigDecimal rounded(double points) {
        double hundredths = points * HUNDRED;
        boolean halfWay = Math.abs(hundredths - Math.floor(hundredths) - 0.5) < HALF_WAY;
        return halfWay || hundredths > Integer.MAX_VALUE
                ? BigDecimal.valueOf(points)
                : BigDecimal.valueOf(Math.round(hundredths), SCALE);
    }

    /**
     * Returns a score that cannot be given because a fact is UNKNOWN.
     *
     * @param factor the factor
     * @param reason what nobody knows
     * @return the UNKNOWN score
     */
    public static FactorScore unknown(Factor factor, String reason) {
        return new FactorScore(factor, Optional.empty(), reason);
    }

    /** Returns one line, as {@code COST 8.50/10: 12 USD a month}. */
    @Override
    public String toString() {
        String shown = points.map(BigDecimal::toPlainString).orElse("UNKNOWN");
        return factor + " " + shown + "/" + factor.max() + ": " + reason;
    }
}
