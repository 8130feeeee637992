package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Processor capacity in thousandths of one core.
 *
 * @param value 1 to {@value #MAX} millis; 1,000 is one core
 */
public record CpuMillis(int value) implements Comparable<CpuMillis> {
    /** The largest capacity: 1,024 cores. */
    public static final int MAX = 1_024_000;

    private static final int PER_CORE = 1_000;
    private static final String HINT = "write it like 250m or 1.5";

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if it is outside
     */
    public CpuMillis {
        if (value < 1 || value > MAX) {
            throw new InvalidValueException("be from 1m to " + MAX + "m", value + "m", HINT);
        }
    }

    /**
     * Reads the text form.
     *
     * @param text millis as {@code 250m}, or cores as {@code 2} or {@code 0.5}
     * @return the capacity
     * @throws InvalidValueException if the text is not one, out of range, or finer than a millicore
     */
    public static CpuMillis parse(String text) {
        boolean millis = Objects.requireNonNull(text, "text").endsWith("m");
        BigDecimal number = Numbers.parse(millis ? text.substring(0, text.length() - 1) : text);
        BigDecimal value = millis ? number : number.multiply(BigDecimal.valueOf(PER_CORE));
        if (value.compareTo(BigDecimal.valueOf(MAX)) > 0
                || value.stripTrailingZeros().scale() > 0) {
            throw new InvalidValueException("be whole millicores up to " + MAX + "m", text, HINT);
        }
        return new CpuMillis(value.intValueExact());
    }

    @Override
    public int compareTo(CpuMillis other) {
        return Integer.compare(value, other.value);
    }

    /** Returns the text form, as {@code 250m}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return value + "m";
    }
}
