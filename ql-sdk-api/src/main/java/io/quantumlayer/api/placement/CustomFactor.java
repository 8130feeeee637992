package io.quantumlayer.api.placement;

import java.math.BigDecimal;
import java.util.Optional;

/** A factor of the caller's own, added to the six. Called during a decision, once an offering; pure and thread-safe. */
public interface CustomFactor {
    /**
     * Returns its name.
     *
     * @return a name for people, not blank
     */
    String name();

    /**
     * Scores an offering that every hard limit let pass.
     *
     * @param offering the offering
     * @return points, which may be below 0; empty if UNKNOWN, which adds nothing
     */
    Optional<BigDecimal> points(Offering offering);
}
