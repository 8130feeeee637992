package io.quantumlayer.core.internal.analyze;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads numbers that are written out: {@code twenty}, {@code two hundred}, {@code half a million}. */
final class NumberWords {
    private static final List<String> SMALL = List.of(("one two three four five six seven eight nine ten eleven twelve"
                    + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
            .split(" "));
    private static final List<String> TENS =
            List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final Map<String, Long> MULTIPLES =
            Map.of("dozen", 12L, "hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final long MOST = 1_000_000_000_000L;
    private static final Map<String, Long> VALUES = new HashMap<>();

    static {
        for (int i = 0; i < SMALL.size(); i++) {
            VALUES.put(SMALL.get(i), i + 1L);
        }
        for (int i = 0; i < TENS.size(); i++) {
            VALUES.put(TENS.get(i), (i + 2L) * 10);
        }
    }

    private NumberWords() {}

    private static @Nullable Long multiple(Text text, int from, int at) {
        return text.sameSentence(from, at) ? MULTIPLES.get(text.token(at).word()) : null;
    }

    static Optional<Quantity.Measured> at(Text text, int from) {
        int at = from;
        long half = 1;
        if (text.token(at).is("half")
                && text.sameSentence(at, at + 2)
                && text.token(at + 1).is("a")) {
            half = 2;
            at += 1;
        }
        boolean article = text.token(at).is("a") || text.token(at).is("an");
        Long first = article ? Long.valueOf(1) : VALUES.get(text.token(at).word());
        if (first == null) {
            return Optional.empty();
        }
        long value = first;
        at++;
        boolean tens = !article && value >= 20 && text.sameSentence(from, at);
        Long unit = tens ? VALUES.get(text.token(at).word()) : null;
        if (unit != null && unit < 10) {
            value += unit;
            at++;
        }
        int digits = at;
        Long multiple = multiple(text, from, at);
        while (multiple != null) {
            value = Math.min(value * multiple, MOST);
            at++;
            multiple = multiple(text, from, at);
        }
        return article && at == digits
                ? Optional.empty()
                : Optional.of(new Quantity.Measured(
                        new Quantity("", BigDecimal.valueOf(value).divide(BigDecimal.valueOf(half)), ""), at));
    }
}
