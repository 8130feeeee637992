package io.quantumlayer.security.internal.inventory;

import java.util.HashMap;
import java.util.Map;

/**
 * A file that names packages. Lines are found by searching on from the last one found, within a budget, so that no file
 * makes the search long.
 */
final class LockFile {
    private static final int READ_PER_CHARACTER = 4;

    private final String path;
    private final String text;
    private final Map<String, String> neighbours = new HashMap<>();
    private int at;
    private int line = 1;
    private long left;

    LockFile(String path, String text) {
        this.path = path;
        this.text = text;
        this.left = (long) READ_PER_CHARACTER * text.length();
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    /** Adds the text of a file beside this one. */
    void neighbour(String name, String content) {
        neighbours.put(name, content);
    }

    /** The text of a file beside this one, or an empty text. */
    String neighbour(String name) {
        return neighbours.getOrDefault(name, "");
    }

    /** The line of the next place that holds a word, or 0 if it is not seen further on. */
    int lineOf(String word) {
        if (left <= 0) {
            return 0;
        }
        int found = text.indexOf(word, at);
        left -= (found < 0 ? text.length() : found) - at;
        if (found < 0) {
            return 0;
        }
        for (; at < found; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
        return line;
    }
}
