package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.spi.Effect;

/**
 * Stands around every step, for log context, measurements or injected faults. The first one registered is the
 * outermost. Called on the step's thread; whatever it returns counts as the step's answer.
 */
@FunctionalInterface
public interface StepInterceptor {
    /**
     * Runs a step, or answers in its place.
     *
     * @param call the call
     * @param next the step, with the inner interceptors around it
     * @return the answer
     */
    Effect<byte[]> around(StepCall call, StepFunction next);
}
