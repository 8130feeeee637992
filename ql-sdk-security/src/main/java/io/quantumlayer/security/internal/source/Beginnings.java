package io.quantumlayer.security.internal.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The words with which matches begin, as one tree: from any place of a text it finds all words that stand there in one
 * step a character, however many rules there are. Immutable.
 */
final class Beginnings {
    private static final int CHARACTERS = 256;
    private static final int NONE = 0;

    private final int[] classes = new int[CHARACTERS];
    private final List<int[]> next = new ArrayList<>();
    private final List<List<TextRule>> rules = new ArrayList<>();
    private final int width;

    Beginnings(List<TextRule> table) {
        int[] known = table.stream()
                .flatMap(rule -> rule.starts().stream())
                .flatMapToInt(String::chars)
                .distinct()
                .toArray();
        for (int i = 0; i < known.length; i++) {
            classes[known[i]] = i + 1;
        }
        this.width = known.length + 1;
        addNode();
        table.forEach(rule -> rule.starts().forEach(word -> add(word, rule)));
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[c + ('a' - 'A')];
        }
    }

    /** The first step from a place of a text. */
    int root() {
        return 0;
    }

    /** The step after one more character, whatever its case, or -1 if no word goes on with it. */
    int step(int from, char c) {
        int to = c < CHARACTERS ? next.get(from)[classes[c]] : NONE;
        return to == NONE ? -1 : to;
    }

    /** The rules one of whose words ends with this step, in the order of the table. */
    List<TextRule> ending(int step) {
        return rules.get(step);
    }

    private void add(String word, TextRule rule) {
        int node = root();
        for (int i = 0; i < word.length(); i++) {
            int[] row = next.get(node);
            int c = classes[word.charAt(i)];
            if (row[c] == NONE) {
                row[c] = addNode();
            }
            node = row[c];
        }
        rules.get(node).add(rule);
    }

    private int addNode() {
        next.add(new int[width]);
        rules.add(new ArrayList<>());
        return next.size() - 1;
    }
}
