package io.quantumlayer.core.internal.flow;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes one kind of run different from another: its steps, its goal and its way back. Pure and stateless. */
public interface Script {
    /** The id of the step that undoes what a failed or cancelled run made. */
    String CLEAN_UP = "clean-up";

    /** The id of the step that tries to mend what made another one fail. */
    String REPAIR = "repair";

    /** The signal that approves a run's placement, and the id under which the approval is kept as an output. */
    String APPROVE = "approve";

    /**
     * Returns the steps in order.
     *
     * @return the one readable list
     */
    List<FlowStep> steps();

    /**
     * Returns the step from which another placement is tried.
     *
     * @return the index into {@link #steps()}
     */
    int restart();

    /**
     * Returns how long the whole run may take, clean-up apart.
     *
     * @param input the run's input
     * @return the limit
     */
    Duration limit(byte[] input);

    /**
     * Returns how long the run waits for an approval once the step of {@link #restart()} has ended.
     *
     * @param input the run's input
     * @return the limit, or empty if none is needed
     */
    default Optional<Duration> approval(byte[] input) {
        return Optional.empty();
    }

    /**
     * Renders an approval as the output that is kept of it.
     *
     * @param state the state that was approved
     * @param event the signal
     * @return an output with report and evidence
     */
    default byte[] approved(FlowState state, FlowEvent event) {
        throw new IllegalStateException("this kind of run needs no approval");
    }

    /**
     * Returns how many placements the outputs so far allow beside the first one.
     *
     * @param outputs the outputs by step id
     * @param failure why the one in use failed; some types allow fewer than others
     * @return at least zero
     */
    int placements(Map<String, byte[]> outputs, Failure failure);

    /**
     * Names a placement for people.
     *
     * @param outputs the outputs by step id
     * @param number 0 for the first one, then those that were allowed beside it
     * @return a phrase
     */
    String placement(Map<String, byte[]> outputs, int number);

    /**
     * Judges whether the goal is proved once the last step before {@link FlowStep.Phase#AFTER} has ended.
     *
     * @param input the run's input
     * @param outputs the outputs by step id
     * @return why it is not proved, or empty if it is
     */
    Optional<Failure> judge(byte[] input, Map<String, byte[]> outputs);

    /**
     * Renders the run's result.
     *
     * @param state the last state
     * @return what the run's completion gives
     */
    byte[] end(FlowState state);
}
