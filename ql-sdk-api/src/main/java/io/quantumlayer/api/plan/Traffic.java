package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * The load an application is planned for.
 *
 * @param requestsPerSecond average requests a second, above 0, at most 10 million, kept to six digits after the point
 */
public record Traffic(BigDecimal requestsPerSecond) {
    private static final BigDecimal MAX = BigDecimal.valueOf(10_000_000);
    private static final int SCALE = 6;
    private static final int MAX_DIGITS = 60;

    /**
     * Checks and rounds the rate.
     *
     * @throws InvalidValueException if it is outside the range
     */
    public Traffic {
        BigDecimal given = Numbers.plain(requestsPerSecond, MAX_DIGITS);
        requestsPerSecond = Numbers.plain(given.setScale(SCALE, RoundingMode.HALF_UP), MAX_DIGITS);
        if (requestsPerSecond.signum() <= 0 || requestsPerSecond.compareTo(MAX) > 0) {
            throw new InvalidValueException(
                    "be above 0 and at most 10 million requests a second",
                    given.toPlainString(),
                    "write requests a second, as 20 or 0.5");
        }
    }

    /**
     * Returns a rate a second.
     *
     * @param requests requests a second
     * @return the traffic
     * @throws InvalidValueException if it is outside the range
     */
    public static Traffic perSecond(long requests) {
        return new Traffic(BigDecimal.valueOf(requests));
    }

    /**
     * Spreads a number of requests evenly over a time.
     *
     * @param requests how many requests
     * @param time in which time, positive
     * @return the traffic
     * @throws InvalidValueException if the rate is outside the range, or the time not positive
     */
    public static Traffic of(long requests, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new InvalidValueException("be a positive time", time.toString(), "write it like PT1M");
        }
        BigDecimal seconds = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
        return new Traffic(BigDecimal.valueOf(requests).divide(seconds, MathContext.DECIMAL64));
    }

    /** Returns the rate with its unit, as {@code 20 requests/s}. */
    @Override
    public String toString() {
        return requestsPerSecond.toPlainString() + " requests/s";
    }
}
