package io.quantumlayer.api.run;

import io.quantumlayer.api.evidence.Evidence;
import java.util.List;

/**
 * How one step of a run ended.
 *
 * @param step the step's id, such as {@code go-live}; runs other than deployments have steps of their own
 * @param status what is proved
 * @param summary one readable line
 * @param evidence what proves it, in the order observed
 */
public record StepReport(String step, StepStatus status, String summary, List<Evidence> evidence) {
    /** Copies the list. */
    public StepReport {
        evidence = List.copyOf(evidence);
    }
}
