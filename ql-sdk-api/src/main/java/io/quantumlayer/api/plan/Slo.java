package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A service level objective: which share of requests must be good over a window.
 *
 * @param indicator what makes a request good
 * @param target the share of good requests, above 0 and below 1, stored without trailing zeros
 * @param threshold the latency up to which a request is good; present exactly for {@link Indicator#LATENCY}
 * @param window the time over which the share is taken, a minute to 400 days
 */
public record Slo(Indicator indicator, BigDecimal target, Optional<Duration> threshold, Duration window) {
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);
    private static final Duration MIN_WINDOW = Duration.ofMinutes(1);
    private static final Duration MAX_WINDOW = Duration.ofDays(400);
    private static final int MAX_DIGITS = 20;

    /** What an objective counts. */
    public enum Indicator {
        /** A request is good if it was answered without a server error. */
        AVAILABILITY,
        /** A request is good if it was answered within the threshold. */
        LATENCY
    }

    /**
     * Checks the parts against each other.
     *
     * @throws InvalidValueException if a part is out of range or the threshold does not fit the indicator
     */
    public Slo {
        Objects.requireNonNull(indicator, "indicator");
        target = Numbers.plain(target, MAX_DIGITS);
        if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
            throw new InvalidValueException(
                    "be above 0 and below 1", target.toPlainString(), "write three nines as 0.999");
        }
        if (threshold.isPresent() != (indicator == Indicator.LATENCY)
                || threshold.filter(time -> time.isZero() || time.isNegative()).isPresent()) {
            throw new InvalidValueException(
                    "have a positive threshold if, and only if, it is about latency",
                    indicator + " with threshold "
                            + threshold.map(Duration::toString).orElse("none"),
                    "use availability(share) or latency(share, threshold)");
        }
        if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
            throw new InvalidValueException("have a window of 1 minute to 400 days", window.toString(), "write P30D");
        }
    }

    /**
     * Returns an availability objective over 30 days.
     *
     * @param share the share of requests answered without a server error, as 0.999
     * @return the objective
     * @throws InvalidValueException if the share is not above 0 and below 1
     */
    public static Slo availability(double share) {
        return new Slo(Indicator.AVAILABILITY, decimal(share), Optional.empty(), DEFAULT_WINDOW);
    }

    /**
     * Returns a latency objective over 30 days.
     *
     * @param share the share of requests answered in time, as 0.95
     * @param threshold the time within which an answer is in time
     * @return the objective
     * @throws InvalidValueException if the share is not above 0 and below 1, or the threshold not positive
     */
    public static Slo latency(double share, Duration threshold) {
        return new Slo(Indicator.LATENCY, decimal(share), Optional.of(threshold), DEFAULT_WINDOW);
    }

    /**
     * Returns this objective over another window.
     *
     * @param other the window, a minute to 400 days
     * @return a copy
     * @throws InvalidValueException if the window is outside that range
     */
    public Slo over(Duration other) {
        return new Slo(indicator, target, threshold, other);
    }

    private static BigDecimal decimal(double share) {
        if (!Double.isFinite(share)) {
            throw new InvalidValueException("be a number", Double.toString(share), "write three nines as 0.999");
        }
        return BigDecimal.valueOf(share);
    }
}
