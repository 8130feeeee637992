package io.quantumlayer.core.internal.flow;

import java.time.Duration;
import java.util.List;

/**
 * One step in the order of a flow.
 *
 * @param id its id
 * @param timeout how long one call may take
 * @param phase what its failure means for the run
 * @param reads the steps whose outputs it is given; those of others it never sees
 */
public record FlowStep(String id, Duration timeout, Phase phase, List<String> reads) {
    /** Copies the list. */
    public FlowStep {
        reads = List.copyOf(reads);
    }

    /**
     * Creates a step that is given no output of others.
     *
     * @param id its id
     * @param timeout how long one call may take
     * @param phase what its failure means for the run
     */
    public FlowStep(String id, Duration timeout, Phase phase) {
        this(id, timeout, phase, List.of());
    }

    /**
     * Returns this step with what it reads.
     *
     * @param steps the ids of the steps whose outputs it is given
     * @return a copy
     */
    public FlowStep reading(List<String> steps) {
        return new FlowStep(id, timeout, phase, steps);
    }

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
