package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.spi.Effect;

/**
 * Runs one step once. Thread-safe; blocks at most until the call's deadline, and returns soon after an interruption.
 */
@FunctionalInterface
public interface StepFunction {
    /**
     * Runs the step.
     *
     * @param call which step, with what
     * @return its encoded output, pending, or the failure; what it throws is a defect and becomes a failure of type
     *     unknown
     */
    Effect<byte[]> run(StepCall call);
}
