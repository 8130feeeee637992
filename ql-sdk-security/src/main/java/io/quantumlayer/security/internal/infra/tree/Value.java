package io.quantumlayer.security.internal.infra.tree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in a tree that stands in a file. Immutable. */
public sealed interface Value {
    /**
     * Returns where it stands.
     *
     * @return the line, from 1
     */
    int line();

    /**
     * A text, number or switch.
     *
     * @param line where it stands
     * @param text as it is written, without quotes
     */
    record Text(int line, String text) implements Value {
        /** Whether it says the same as a word; the spellings of yes and no are one each. */
        boolean says(String word) {
            return plain(text).equals(plain(word));
        }

        private static String plain(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return switch (lower) {
                case "yes", "on", "y" -> "true";
                case "no", "off", "n" -> "false";
                default -> lower;
            };
        }
    }

    /**
     * A list.
     *
     * @param line where it begins
     * @param values its values
     */
    record Items(int line, List<Value> values) implements Value {}

    /**
     * Named values.
     *
     * @param line where they begin
     * @param values each value by its name, in order; what is null is left out
     */
    record Fields(int line, Map<String, Value> values) implements Value {}

    /**
     * A value that is worked out later, from what the file does not hold.
     *
     * @param line where it stands
     */
    record Open(int line) implements Value {}

    /**
     * Returns all values at a path of names: lists on the way stand for each of their values, and so does one at the
     * end. Where the way is left open, the end is too.
     *
     * @param path names with dots between them, or an empty text for this value
     * @return the values, in order
     */
    default Stream<Value> at(String path) {
        if (this instanceof Items items) {
            return items.values().stream().flatMap(value -> value.at(path));
        }
        if (path.isEmpty() || this instanceof Open) {
            return Stream.of(this);
        }
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        return this instanceof Fields fields && fields.values().containsKey(name)
                ? fields.values().get(name).at(dot < 0 ? "" : path.substring(dot + 1))
                : Stream.empty();
    }

    /**
     * Returns the first text at a path.
     *
     * @param path names with dots between them
     * @return the text, or empty if there is none
     */
    default Optional<String> text(String path) {
        return at(path).flatMap(value -> value instanceof Text text ? Stream.of(text.text()) : Stream.empty())
                .findFirst();
    }

    /**
     * Says whether a text at a path says a word.
     *
     * @param path names with dots between them
     * @param word the word
     * @return whether any does
     */
    default boolean says(String path, String word) {
        return at(path).anyMatch(value -> value instanceof Text text && text.says(word));
    }
}
