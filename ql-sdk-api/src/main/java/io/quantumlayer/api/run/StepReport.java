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
 * @param warnings what somebody should know of it, one sentence each
 */
public record StepReport(
        String step, StepStatus status, String summary, List<Evidence> evidence, List<String> warnings) {
    /** Copies the lists. */
    public StepReport {
        evidence = List.copyOf(evidence);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes a report without warnings.
     *
     * @param step the step's id
     * @param status what is proved
     * @param summary one readable line
     * @param evidence what proves it, in the order observed
     */
    public StepReport(String step, StepStatus status, String summary, List<Evidence> evidence) {
        this(step, status, summary, evidence, List.of());
    }
}
