package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.engine.StepFunction;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls a step on the current thread, and makes an answer of whatever comes back but an {@link Error}. */
final class StepInvocation {
    private final StepFunction steps;
    private final StepCall call;
    private final StepAttempt attempt;

    private StepInvocation(StepFunction steps, StepCall call, StepAttempt attempt) {
        this.steps = steps;
        this.call = call;
        this.attempt = attempt;
    }

    /** Prepares a call whose time begins now. */
    static StepInvocation of(EngineSetup setup, RunId run, FlowCommand command, StepAttempt attempt) {
        Clock clock = setup.time().clock();
        Instant deadline = clock.instant().plus(command.timeout());
        CallContext context = CallContext.of(run, run.value(), deadline, clock).cancelledBy(attempt);
        StepCall call = new StepCall(command.step(), command.attempt(), command.data(), context);
        return new StepInvocation(setup.steps(), call, attempt);
    }

    Instant deadline() {
        return call.context().deadline();
    }

    /** Returns the answer, or null if the call was cancelled before it began. */
    @Nullable
    Effect<byte[]> answer() {
        try {
            return attempt.enter() ? Objects.requireNonNull(steps.run(call), "the step's answer") : null;
        } catch (Exception e) {
            return Effect.failed(threw(e));
        } finally {
            attempt.leave();
        }
    }

    /** Names class and place only: the message of an exception nobody expected may hold anything. */
    private Failure threw(Exception e) {
        StackTraceElement[] stack = e.getStackTrace();
        String where = stack.length == 0 ? "" : " at " + stack[0];
        String message = "Step " + call.step() + " threw " + e.getClass().getName() + where + "; this is a defect";
        return Failure.of(ErrorType.UNKNOWN, "engine.step-threw", message);
    }

    static Failure late(FlowCommand command) {
        String message = "Step " + command.step() + " did not answer within " + command.timeout()
                + " and was stopped; what it began may have happened";
        return Failure.of(ErrorType.TIMEOUT, "engine.step-timeout", message);
    }
}
