package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import java.util.Objects;

/** One call of a step. Immutable; two calls are never equal. */
public final class StepCall {
    private final String step;
    private final int attempt;
    private final byte[] input;
    private final CallContext context;

    /**
     * Creates a call.
     *
     * @param step the step's id
     * @param attempt which attempt this is, from 1
     * @param input its input; not copied, never changed afterwards
     * @param context run, deadline and cancellation; its key is that of the run
     */
    public StepCall(String step, int attempt, byte[] input, CallContext context) {
        this.step = Objects.requireNonNull(step, "step");
        this.attempt = attempt;
        this.input = Objects.requireNonNull(input, "input");
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * Returns the step.
     *
     * @return its id
     */
    public String step() {
        return step;
    }

    /**
     * Returns which attempt this is.
     *
     * @return from 1
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the input.
     *
     * @return the bytes, not to be changed
     */
    public byte[] input() {
        return input;
    }

    /**
     * Returns run, deadline and cancellation.
     *
     * @return the context
     */
    public CallContext context() {
        return context;
    }

    /**
     * Returns the run the step belongs to.
     *
     * @return the run
     */
    public RunId run() {
        return context.run();
    }
}
