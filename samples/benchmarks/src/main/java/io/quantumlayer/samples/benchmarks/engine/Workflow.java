package io.quantumlayer.samples.benchmarks.engine;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Temporal's side of the run. */
@WorkflowInterface
public interface Workflow {
    /**
     * Runs three steps.
     *
     * @param payload what goes through them
     * @return the same
     */
    @WorkflowMethod
    String run(String payload);
}
