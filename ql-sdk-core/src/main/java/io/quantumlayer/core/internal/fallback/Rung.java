package io.quantumlayer.core.internal.fallback;

import io.quantumlayer.api.placement.Offering;

/**
 * One placement that is tried when those before it failed.
 *
 * @param level the level it belongs to
 * @param offering where it goes
 */
public record Rung(Level level, Offering offering) {
    /** Returns where it goes and at which level, as {@code aws/eks/eu-west-1 at level 2 Kubernetes}. */
    @Override
    public String toString() {
        return offering.id() + " at level " + level;
    }
}
