package io.quantumlayer.api.run;

import java.util.regex.Pattern;

/**
 * The id of one run on an application; minted once, journaled, never reused.
 *
 * @param application the application it runs on
 * @param value 26 characters {@code [a-z0-9]}, sortable by the time it was minted
 */
public record RunId(ApplicationId application, String value) {
    private static final Pattern VALUE = Pattern.compile("[a-z0-9]{26}");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is not 26 characters {@code [a-z0-9]}
     */
    public RunId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("a run id is 26 characters [a-z0-9], not '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return application + "/" + value;
    }
}
