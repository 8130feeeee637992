package io.quantumlayer.api.spi.generator;

import java.util.List;

/**
 * What a generator says of an application before anything starts.
 *
 * @param possible whether it can give all that was asked for
 * @param reasons one readable line each: what it would give, or what exactly it cannot
 */
public record Fit(boolean possible, List<String> reasons) {
    /** Copies the list. */
    public Fit {
        reasons = List.copyOf(reasons);
    }
}
