package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.List;

/**
 * What a generator says of an application before anything starts.
 *
 * @param possible whether it can give all that was asked for
 * @param reasons one readable line each: what it would give, or what exactly it cannot
 * @param needs the tools that building and running it takes on this machine; without one of them nothing starts
 */
public record Fit(boolean possible, List<String> reasons, List<ToolNeed> needs) {
    /** Copies the lists. */
    public Fit {
        reasons = List.copyOf(reasons);
        needs = List.copyOf(needs);
    }

    /**
     * Refuses an application.
     *
     * @param reasons what exactly cannot be given
     * @return the answer
     */
    public static Fit refused(List<String> reasons) {
        return new Fit(false, reasons, List.of());
    }
}
