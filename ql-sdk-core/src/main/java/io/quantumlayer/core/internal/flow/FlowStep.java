package io.quantumlayer.core.internal.flow;

import java.time.Duration;

/**
 * One step in the order of a flow.
 *
 * @param id its id
 * @param timeout how long one call may take
 * @param phase what its failure means for the run
 */
public record FlowStep(String id, Duration timeout, Phase phase) {
    /** What the final failure of a step means. */
    public enum Phase {
        /** Nothing was placed yet: the run fails and is cleaned up. */
        PREPARE,
        /** Something may be placed: it is cleaned up, and another placement may be tried. */
        PLACE,
        /** The run has reached its goal: the failure is noted and the run goes on. */
        AFTER
    }
}
