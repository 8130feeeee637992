package io.quantumlayer.security.internal.source;

import java.util.Random;
import java.util.stream.Collectors;

/** Texts drawn at random from a fixed seed: real in form and entropy, known to nobody, equal in every run. */
final class Drawn {
    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS = CAPITALS + CAPITALS.toLowerCase(java.util.Locale.ROOT);

    private final Random random;

    Drawn(long seed) {
        this.random = new Random(seed);
    }

    String hex(int length) {
        return of("0123456789abcdef", length);
    }

    String digits(int length) {
        return of(DIGITS, length);
    }

    String capitals(int length) {
        return of(CAPITALS + DIGITS, length);
    }

    String letters(int length) {
        return of(LETTERS + DIGITS, length);
    }

    String base64(int length) {
        return of(LETTERS + DIGITS + "+/", length);
    }

    String url(int length) {
        return of(LETTERS + DIGITS + "_", length);
    }

    private String of(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining());
    }
}
