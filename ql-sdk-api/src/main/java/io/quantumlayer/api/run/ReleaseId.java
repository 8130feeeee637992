package io.quantumlayer.api.run;

import java.util.regex.Pattern;

/**
 * The id of a release; minted once with the run that makes it, never reused.
 *
 * @param value {@code r} and 12 characters {@code [a-z0-9]}
 */
public record ReleaseId(String value) {
    private static final Pattern VALUE = Pattern.compile("r[a-z0-9]{12}");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public ReleaseId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a release id is 'r' and 12 characters [a-z0-9], not '" + value + "'");
        }
    }

    /**
     * Tells whether a text has the form of an id.
     *
     * @param value the text
     * @return whether it has
     */
    public static boolean isValid(String value) {
        return VALUE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
