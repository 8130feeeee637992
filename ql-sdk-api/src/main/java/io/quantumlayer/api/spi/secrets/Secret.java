package io.quantumlayer.api.spi.secrets;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret value. It prints as {@code ***}, has identity only (no equality by value) and no serial form. Close it to
 * wipe it.
 */
public final class Secret implements AutoCloseable {
    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /**
     * Takes a value.
     *
     * @param value the characters; copied
     * @return the secret
     */
    public static Secret of(CharSequence value) {
        char[] copy = new char[value.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = value.charAt(i);
        }
        return new Secret(copy);
    }

    /**
     * Lends the value to a function, the one way to read it.
     *
     * @param use what needs the value; must not keep it
     * @param <R> what it gives
     * @return what the function gave
     */
    public <R> R reveal(Function<String, R> use) {
        return use.apply(new String(value));
    }

    @Override
    public void close() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
