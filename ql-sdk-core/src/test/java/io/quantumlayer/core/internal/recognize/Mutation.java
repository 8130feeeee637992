package io.quantumlayer.core.internal.recognize;

import java.util.List;
import java.util.Random;

/** Spoils a text as somebody hostile, or a broken disk, would; equal seeds spoil equally. */
final class Mutation {
    private static final int ROUNDS = 6;
    private static final List<String> TOKENS = List.of(
            "../",
            "/",
            "\\",
            "\u0000",
            "\uFFFF",
            "\uD800",
            "\r\n",
            "\t",
            "&a ",
            "*a",
            "<<: *a",
            "!!java.net.URL ",
            "[[[[",
            "{{{{",
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "&b;",
            "<modules><module>..</module></modules>",
            "$(id)",
            "`id`",
            "\"",
            "'",
            "#",
            ": ",
            "- ",
            "1e999999999",
            "-9223372036854775809",
            "PT999999999H",
            "true",
            "null",
            "(a+)+$",
            "**/",
            "CON",
            "a".repeat(5000),
            "[".repeat(5000),
            "{\"a\":".repeat(2000));

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** Returns one of several. */
    <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    boolean sometimes() {
        return random.nextInt(4) == 0;
    }

    /** Returns a text that differs in a few places. */
    String of(String text) {
        String spoilt = text;
        for (int round = random.nextInt(ROUNDS); round >= 0; round--) {
            spoilt = once(spoilt);
        }
        return spoilt;
    }

    private String once(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(20));
        String before = text.substring(0, from);
        String cut = text.substring(from, to);
        String after = text.substring(to);
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + one(TOKENS) + cut + after;
            case 2 -> before + one(TOKENS) + after;
            case 3 -> before + cut.repeat(1 + random.nextInt(50)) + after;
            case 4 -> before + (char) random.nextInt(0x250) + after;
            default -> before + after + cut;
        };
    }
}
