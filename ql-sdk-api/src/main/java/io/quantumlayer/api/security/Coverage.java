package io.quantumlayer.api.security;

import java.util.List;

/**
 * What a scanner looked at and what it left out.
 *
 * @param files how many files were read whole
 * @param bytes how many bytes were read
 * @param skipped what was not looked at, each with its reason; empty when nothing was left out
 */
public record Coverage(int files, long bytes, List<String> skipped) {
    /** Copies the list. */
    public Coverage {
        skipped = List.copyOf(skipped);
    }

    /**
     * Creates the coverage of a scan that looked at nothing.
     *
     * @param reasons why, if there is more to say than the report does
     * @return the coverage
     */
    public static Coverage nothing(String... reasons) {
        return new Coverage(0, 0, List.of(reasons));
    }
}
