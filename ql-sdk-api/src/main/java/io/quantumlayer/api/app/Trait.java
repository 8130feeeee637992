package io.quantumlayer.api.app;

import java.util.List;
import java.util.Objects;

/**
 * One thing known about an application, with where it came from.
 *
 * @param value what is known
 * @param origin where it came from
 * @param words the words, or the plan's fields, that it came from, in order; empty exactly if defaulted
 * @param <T> an immutable type, equal by value
 */
public record Trait<T>(T value, Origin origin, List<String> words) {
    /**
     * Copies the words.
     *
     * @throws IllegalArgumentException if a default has words, or anything else has none
     */
    public Trait {
        Objects.requireNonNull(value, "value");
        words = List.copyOf(words);
        if (words.isEmpty() != (origin == Origin.DEFAULTED)) {
            throw new IllegalArgumentException(
                    "A trait has words if, and only if, it is not a default, but " + origin + " has " + words);
        }
    }

    /**
     * Returns a trait that the caller stated.
     *
     * @param value what is known
     * @param words the words or the plan's field that said it, at least one
     * @param <T> the value's type
     * @return the trait
     */
    public static <T> Trait<T> stated(T value, String... words) {
        return new Trait<>(value, Origin.STATED, List.of(words));
    }

    /**
     * Returns a trait that follows from what the caller said.
     *
     * @param value what is known
     * @param words the words it follows from, at least one
     * @param <T> the value's type
     * @return the trait
     */
    public static <T> Trait<T> inferred(T value, String... words) {
        return new Trait<>(value, Origin.INFERRED, List.of(words));
    }

    /**
     * Returns a trait that an installed analyzer proposes.
     *
     * @param value what it takes for known
     * @param words the words of the sentence it came from, at least one
     * @param <T> the value's type
     * @return the trait
     */
    public static <T> Trait<T> proposed(T value, String... words) {
        return new Trait<>(value, Origin.PROPOSED, List.of(words));
    }

    /**
     * Returns a trait of which nothing was said.
     *
     * @param value the default
     * @param <T> the value's type
     * @return the trait
     */
    public static <T> Trait<T> defaulted(T value) {
        return new Trait<>(value, Origin.DEFAULTED, List.of());
    }

    /** Returns one line, as {@code java (STATED: "in Java")}. */
    @Override
    public String toString() {
        return value + " (" + origin + (words.isEmpty() ? "" : ": \"" + String.join("\", \"", words) + "\"") + ")";
    }
}
