package io.quantumlayer.core.internal.gate;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Waiver;
import java.util.List;

/**
 * What a plan says to the gate.
 *
 * @param level how much the gate asks for
 * @param waivers the limits that the plan lifts
 */
public record Terms(SecurityLevel level, List<Waiver> waivers) {
    /** Copies the list. */
    public Terms {
        waivers = List.copyOf(waivers);
    }

    /**
     * Makes the terms of a scan without a plan.
     *
     * @param level how much the gate asks for
     * @return terms without waivers
     */
    public static Terms of(SecurityLevel level) {
        return new Terms(level, List.of());
    }
}
