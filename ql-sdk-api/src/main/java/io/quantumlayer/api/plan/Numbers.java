package io.quantumlayer.api.plan;

import java.math.BigDecimal;
import java.util.Objects;

/** Decimal numbers from untrusted text, bounded so that none can be made to print a gigabyte of zeros. */
final class Numbers {
    private static final int MAX_TEXT = 40;
    private static final String HINT = "write a plain decimal number";

    private Numbers() {}

    static BigDecimal parse(String text) {
        Objects.requireNonNull(text, "number");
        if (text.length() > MAX_TEXT || !text.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new InvalidValueException("be a number", text, HINT);
        }
        return new BigDecimal(text);
    }

    /** Returns the number with one representation a value, so that equal numbers are equal objects. */
    static BigDecimal plain(BigDecimal number, int maxDigits) {
        BigDecimal stripped = Objects.requireNonNull(number, "number").stripTrailingZeros();
        if (stripped.precision() > maxDigits || Math.abs((long) stripped.scale()) > maxDigits) {
            throw new InvalidValueException("have at most " + maxDigits + " digits", "a longer number", HINT);
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
