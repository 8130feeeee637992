package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.plan.BackingService;
import io.quantumlayer.api.spi.process.ToolNeed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a generator says of an application before anything starts.
 *
 * @param possible whether it can give all that was asked for
 * @param reasons one readable line each: what it would give, or what exactly it cannot
 * @param needs the tools that building and running it takes on this machine; without one of them nothing starts
 * @param bindings the backing services that it can be bound to, each with the schemes of the URLs it speaks, lower-case
 */
public record Fit(
        boolean possible, List<String> reasons, List<ToolNeed> needs, Map<BackingService, List<String>> bindings) {
    /** Copies the collections in order. */
    public Fit {
        reasons = List.copyOf(reasons);
        needs = List.copyOf(needs);
        bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
    }

    /**
     * Answers for an application that keeps what it has in files only.
     *
     * @param possible whether it can give all that was asked for
     * @param reasons what it would give, or what exactly it cannot
     * @param needs the tools that it takes
     */
    public Fit(boolean possible, List<String> reasons, List<ToolNeed> needs) {
        this(possible, reasons, needs, Map.of());
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
