package io.quantumlayer.security.internal.source;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** Judges by its characters whether a value is a secret: nobody can know, so each rule says how sure it must be. */
final class SecretValue {
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{1,20}://.*");
    private static final Pattern PATH = Pattern.compile("(~|\\.{1,2})?(/[a-z0-9._-]+)+/?");
    private static final Pattern ACCOUNT_OF_A_CHAIN = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int CHARACTERS = 256;
    private static final int SHORT_WORD = 8;
    private static final int LONG_WORD = 24;
    private static final int SOME_DIGITS = 3;

    private final String text;

    SecretValue(String text) {
        this.text = text;
    }

    /** Shannon's measure of this text alone, in bits per character. */
    double entropy() {
        int[] counts = new int[CHARACTERS];
        text.chars().forEach(c -> counts[c % CHARACTERS]++);
        return Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> (double) count / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    /**
     * Whether it looks drawn at random: it has letters and digits, and one of its words is none that a person made.
     * Addresses, paths and accounts of a public ledger have their own look.
     */
    boolean random() {
        return text.chars().anyMatch(SecretValue::digit)
                && text.chars().anyMatch(SecretValue::letter)
                && !ADDRESS.matcher(text).matches()
                && !PATH.matcher(text).matches()
                && !ACCOUNT_OF_A_CHAIN.matcher(text).matches()
                && hasDrawnWord();
    }

    private boolean hasDrawnWord() {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !(letter(text.charAt(at)) || digit(text.charAt(at)))) {
                if (drawn(start, at)) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    /** People change between small letters, capitals and digits seldom; chance does so at every second character. */
    private boolean drawn(int start, int end) {
        int length = end - start;
        int changes = 0;
        int digits = 0;
        for (int at = start; at < end; at++) {
            digits += digit(text.charAt(at)) ? 1 : 0;
            changes += at > start && changes(text.charAt(at - 1), text.charAt(at)) ? 1 : 0;
        }
        return length >= SHORT_WORD
                && digits > 0
                && (changes * 9 > length * 2 || (length > LONG_WORD && digits >= SOME_DIGITS && changes > 1));
    }

    private static boolean changes(char before, char after) {
        return digit(before) != digit(after) || (lowerCase(before) && !lowerCase(after));
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean lowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean letter(int c) {
        return lowerCase(c) || (c >= 'A' && c <= 'Z');
    }
}
