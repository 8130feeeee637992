package io.quantumlayer.core.internal.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a mistyped word as the word of the vocabulary that it is nearest to: one slip in a word of five letters or
 * more, two in one of nine or more. A word of the language is never taken for another one, nor is a short word, nor one
 * between two of the vocabulary. The words of the text stay as they were written. Immutable.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int LONG = 9;

    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Creates the rules.
     *
     * @param vocabulary the words that may be meant
     * @param others words of the language that are spelled nearly like one of them
     */
    Spelling(Set<String> vocabulary, Set<String> others) {
        vocabulary.forEach(word -> {
            known.add(word);
            if (isWord(word)) {
                byLength.computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(word);
            }
        });
        known.addAll(others);
    }

    Text corrected(Text text) {
        Map<String, String> read = new HashMap<>();
        List<Token> tokens = new ArrayList<>();
        for (Token token : text.tokens()) {
            String word = read.computeIfAbsent(token.word(), this::nearest);
            tokens.add(new Token(word, token.start(), token.end(), token.sentence(), token.afterPause()));
        }
        return text.with(tokens);
    }

    private String nearest(String word) {
        if (!isWord(word) || isDenied(word) || Verbs.forms(word).stream().anyMatch(known::contains)) {
            return word;
        }
        String nearest = word;
        int least = Integer.MAX_VALUE;
        for (int length = word.length() - 2; length <= word.length() + 2; length++) {
            for (String other : byLength.getOrDefault(length, List.of())) {
                int allowed = length >= LONG ? 2 : 1;
                int slips = slips(word, other, allowed);
                if (slips <= allowed && slips <= least) {
                    nearest = slips == least ? word : other;
                    least = slips;
                }
            }
        }
        return nearest;
    }

    /** A word that says that something is not so, which would be read as the opposite. */
    private static boolean isDenied(String word) {
        return word.startsWith("un") || word.startsWith("non") || (word.startsWith("de") && word.endsWith("ed"));
    }

    private static boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return word.length() >= SHORTEST;
    }

    /** Letters left out, put in, replaced, or swapped with their neighbour; more than allowed is only said to be so. */
    static int slips(String one, String other, int allowed) {
        if (Math.abs(one.length() - other.length()) > allowed) {
            return allowed + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = row(one, other, i, new int[][] {before, last});
            before = last;
            last = row;
        }
        return last[other.length()];
    }

    private static int[] row(String one, String other, int i, int[][] rows) {
        int[] row = new int[other.length() + 1];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = rows[1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(row[j - 1], rows[1][j]) + 1);
            boolean swapped = i > 1
                    && j > 1
                    && one.charAt(i - 1) == other.charAt(j - 2)
                    && one.charAt(i - 2) == other.charAt(j - 1);
            if (swapped) {
                row[j] = Math.min(row[j], rows[0][j - 2] + 1);
            }
        }
        return row;
    }
}
