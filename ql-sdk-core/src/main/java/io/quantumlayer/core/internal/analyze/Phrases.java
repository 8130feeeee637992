package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;

/** Cuts the phrases of a table into words, as a text would be cut, but most of them without the rules of a text. */
final class Phrases {
    private Phrases() {}

    static List<String> words(String phrase) {
        return isPlain(phrase)
                ? split(phrase)
                : Text.of(phrase).tokens().stream().map(Token::word).toList();
    }

    /** Whether it is letters a to z with blanks or hyphens between, in which no rule of a text finds anything more. */
    private static boolean isPlain(String phrase) {
        boolean between = true;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (between || (c != ' ' && c != '-'))) {
                return false;
            }
            between = !letter;
        }
        return !between;
    }

    private static List<String> split(String phrase) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= phrase.length(); i++) {
            if (i == phrase.length() || phrase.charAt(i) == ' ' || phrase.charAt(i) == '-') {
                words.add(phrase.substring(start, i));
                start = i + 1;
            }
        }
        return List.copyOf(words);
    }
}
