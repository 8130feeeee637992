package io.quantumlayer.api.placement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One dated statement about an offering; a fact that nobody read is UNKNOWN, which is neither zero nor false.
 *
 * @param name dotted lower-case name, as {@code memory.max}
 * @param value the value as text, or empty if UNKNOWN
 * @param unit the value's unit, as {@code MiB}; empty for a plain number, a word, or an UNKNOWN fact
 * @param source who says it; present exactly if the value is
 */
public record Fact(String name, Optional<String> value, String unit, Optional<FactSource> source) {
    private static final int MAX_NUMBER = 40;

    /**
     * Checks that a value has a source.
     *
     * @throws IllegalArgumentException if the name is blank, or only one of value and source is present
     */
    public Fact {
        Objects.requireNonNull(unit, "unit");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a fact must not be blank");
        }
        if (value.isPresent() != source.isPresent()) {
            throw new IllegalArgumentException(
                    "Fact '" + name + "' must have both a value and a source, or neither if it is UNKNOWN");
        }
    }

    /**
     * Returns a known fact.
     *
     * @param name its name
     * @param value its value as text
     * @param unit its unit, or empty
     * @param source who says it
     * @return the fact
     */
    public static Fact of(String name, String value, String unit, FactSource source) {
        return new Fact(name, Optional.of(value), unit, Optional.of(source));
    }

    /**
     * Returns a fact that nobody read.
     *
     * @param name its name
     * @return the UNKNOWN fact
     */
    public static Fact unknown(String name) {
        return new Fact(name, Optional.empty(), "", Optional.empty());
    }

    /**
     * Tells whether somebody read this fact.
     *
     * @return false if UNKNOWN
     */
    public boolean isKnown() {
        return value.isPresent();
    }

    /**
     * Returns the value as a number.
     *
     * @return the number, or empty if the fact is UNKNOWN or its value not a decimal number
     */
    public Optional<BigDecimal> number() {
        return value.filter(Fact::isNumber).map(BigDecimal::new);
    }

    /** Tells whether a text is digits, perhaps with a sign before and a point between; numbers are read often. */
    private static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        return text.length() <= MAX_NUMBER
                && digits(text, start, end)
                && (point < 0 || digits(text, point + 1, text.length()));
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /**
     * Returns the day on which the fact was read.
     *
     * @return the day, or empty if UNKNOWN
     */
    public Optional<LocalDate> asOf() {
        return source.map(FactSource::asOf);
    }

    /**
     * Tells whether the fact was found where the vendor says it.
     *
     * @return false if it is only commonly quoted, or UNKNOWN
     */
    public boolean confirmed() {
        return source.filter(FactSource::confirmed).isPresent();
    }

    /** Returns one line, as {@code memory.max = 10240 MiB (limits page, 2026-10-01)} or {@code price = UNKNOWN}. */
    @Override
    public String toString() {
        String known =
                value.map(text -> unit.isEmpty() ? text : text + " " + unit).orElse("UNKNOWN");
        return name + " = " + known + source.map(from -> " (" + from + ")").orElse("");
    }
}
