package io.quantumlayer.core.internal.analyze;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code $50}, {@code 5k}, {@code 2,000}, {@code 300ms}.
 *
 * @param sign the currency sign before it, or the empty text
 * @param value the number, multiplied out
 * @param unit the letters that follow it without a blank, or the empty text
 */
record Quantity(String sign, BigDecimal value, String unit) {
    private static final Pattern FORM =
            Pattern.compile("([$€£]?)([0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\\.[0-9]{1,6})?)([\\p{L}%]*)");
    private static final Map<String, BigDecimal> MULTIPLES = Map.of(
            "k",
            BigDecimal.valueOf(1_000),
            "m",
            BigDecimal.valueOf(1_000_000),
            "mio",
            BigDecimal.valueOf(1_000_000),
            "million",
            BigDecimal.valueOf(1_000_000),
            "thousand",
            BigDecimal.valueOf(1_000),
            "bn",
            BigDecimal.valueOf(1_000_000_000),
            "billion",
            BigDecimal.valueOf(1_000_000_000));

    static Optional<Quantity> of(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group(2).replace(",", ""));
        BigDecimal multiple = MULTIPLES.get(form.group(3));
        return Optional.of(
                multiple == null
                        ? new Quantity(form.group(1), number, form.group(3))
                        : new Quantity(form.group(1), number.multiply(multiple), ""));
    }

    /** The number at a place, in digits or in words, with the word {@code million} or the like that may follow it. */
    static Optional<Measured> at(Text text, int at) {
        Optional<Measured> spelled = NumberWords.at(text, at);
        if (spelled.isPresent()) {
            return spelled;
        }
        Optional<Quantity> first = of(text.token(at).word());
        BigDecimal multiple =
                text.sameSentence(at, at + 1) ? MULTIPLES.get(text.token(at + 1).word()) : null;
        boolean scaled = multiple != null && text.token(at + 1).word().length() > 1;
        return first.map(quantity -> scaled
                ? new Measured(new Quantity(quantity.sign, quantity.value.multiply(multiple), quantity.unit), at + 2)
                : new Measured(quantity, at + 1));
    }

    /**
     * A quantity in a text.
     *
     * @param quantity the quantity
     * @param next the token after it
     */
    record Measured(Quantity quantity, int next) {
        BigDecimal value() {
            return quantity.value();
        }

        /** The unit, joined to the number or the word after it, in lower case; the empty text if there is none. */
        String unit(Text text, int at) {
            if (!quantity.unit().isEmpty()) {
                return quantity.unit();
            }
            return text.sameSentence(at, next) && !text.token(next).afterPause()
                    ? text.token(next).word()
                    : "";
        }

        /** The token after the number and its unit. */
        int end() {
            return quantity.unit().isEmpty() ? next + 1 : next;
        }
    }
}
