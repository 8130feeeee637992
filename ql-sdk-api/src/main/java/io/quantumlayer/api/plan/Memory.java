package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A size of memory.
 *
 * @param bytes 1 to 16 TiB
 */
public record Memory(long bytes) implements Comparable<Memory> {
    /** The largest size: 16 TiB. */
    public static final long MAX_BYTES = 16L << 40;

    private static final String HINT = "write it like 512Mi or 2Gi";

    /** The suffixes of Kubernetes quantities, the largest binary one first: that order gives the shortest text. */
    private enum Unit {
        TI("Ti", 1L << 40),
        GI("Gi", 1L << 30),
        MI("Mi", 1L << 20),
        KI("Ki", 1L << 10),
        T("T", 1_000_000_000_000L),
        G("G", 1_000_000_000L),
        M("M", 1_000_000L),
        K("k", 1_000L),
        BYTE("", 1L);

        private final String suffix;
        private final long bytes;

        Unit(String suffix, long bytes) {
            this.suffix = suffix;
            this.bytes = bytes;
        }

        private boolean isBinary() {
            return suffix.endsWith("i");
        }
    }

    /**
     * Checks the range.
     *
     * @throws InvalidValueException if it is outside
     */
    public Memory {
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new InvalidValueException("be from 1 byte to 16Ti", bytes + " bytes", HINT);
        }
    }

    /**
     * Returns a size in mebibytes.
     *
     * @param mebibytes the size, 1 to 16,777,216
     * @return the size
     * @throws InvalidValueException if it is out of range
     */
    public static Memory ofMebibytes(int mebibytes) {
        return new Memory((long) mebibytes << 20);
    }

    /**
     * Reads the text form.
     *
     * @param text a number with one of the suffixes of Kubernetes quantities, as {@code 512Mi}, {@code 1.5Gi},
     *     {@code 500M}; bytes without one
     * @return the size
     * @throws InvalidValueException if the text is not one, out of range, or not a whole number of bytes
     */
    public static Memory parse(String text) {
        Objects.requireNonNull(text, "text");
        for (Unit unit : Unit.values()) {
            if (text.endsWith(unit.suffix)) {
                String number = text.substring(0, text.length() - unit.suffix.length());
                return of(Numbers.parse(number).multiply(BigDecimal.valueOf(unit.bytes)), text);
            }
        }
        throw new InvalidValueException("be a size", text, HINT);
    }

    @Override
    public int compareTo(Memory other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the shortest exact text form in binary units, as {@code 512Mi}, which {@link #parse} reads. */
    @Override
    public String toString() {
        for (Unit unit : Unit.values()) {
            if (unit.isBinary() && bytes % unit.bytes == 0) {
                return bytes / unit.bytes + unit.suffix;
            }
        }
        return Long.toString(bytes);
    }

    private static Memory of(BigDecimal bytes, String text) {
        if (bytes.compareTo(BigDecimal.valueOf(MAX_BYTES)) > 0
                || bytes.stripTrailingZeros().scale() > 0) {
            throw new InvalidValueException("be whole bytes up to 16Ti", text, HINT);
        }
        return new Memory(bytes.longValueExact());
    }
}
