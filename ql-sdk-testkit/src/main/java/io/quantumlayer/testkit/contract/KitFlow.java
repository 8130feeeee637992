package io.quantumlayer.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A flow for the engine kit: steps in a row, each with the outputs so far as its input. A failure ends the run with its
 * type and code, the signal to cancel ends it, and any other signal takes it past {@link #SIGNAL}.
 *
 * @param steps the ids of the steps, or {@link #SIGNAL}
 * @param timeout how long a step may take
 */
record KitFlow(List<String> steps, Duration timeout) implements Flow<KitFlow.State> {
    /** In place of a step: wait for a signal. */
    static final String SIGNAL = "<signal>";

    /**
     * Where a run stands.
     *
     * @param index the current step
     * @param output the outputs so far
     * @param wakeAt until when it waits; the epoch if it does not
     */
    record State(int index, String output, Instant wakeAt) {}

    @Override
    public State initial() {
        return new State(0, "", Instant.EPOCH);
    }

    @Override
    public Transition<State> next(State state, FlowEvent event) {
        return switch (event.kind()) {
            case STARTED -> go(new State(0, text(event), Instant.EPOCH));
            case DONE -> go(new State(state.index() + 1, state.output() + text(event), Instant.EPOCH));
            case PENDING ->
                go(new State(state.index(), state.output(), event.at().plus(event.checkAfter())));
            case TIMER -> go(new State(state.index(), state.output(), Instant.EPOCH));
            case FAILED -> end(state, failed(event.failure().orElseThrow()));
            case SIGNAL -> signal(state, event);
        };
    }

    private Transition<State> signal(State state, FlowEvent event) {
        if (event.step().equals(ExecutionEngine.CANCEL)) {
            return end(state, "cancelled");
        }
        boolean awaited = steps.get(state.index()).equals(SIGNAL);
        String heard = state.output() + '[' + event.step() + ' ' + text(event) + ']';
        return go(new State(state.index() + (awaited ? 1 : 0), heard, state.wakeAt()));
    }

    private Transition<State> go(State state) {
        if (state.index() == steps.size()) {
            return end(state, state.output());
        }
        String step = steps.get(state.index());
        if (step.equals(SIGNAL)) {
            return new Transition<>(state, FlowCommand.waitForSignal());
        }
        boolean waits = !state.wakeAt().equals(Instant.EPOCH);
        byte[] input = state.output().getBytes(UTF_8);
        return new Transition<>(
                state, waits ? FlowCommand.waitUntil(state.wakeAt()) : FlowCommand.run(step, 1, input, timeout));
    }

    private static Transition<State> end(State state, String output) {
        return new Transition<>(state, FlowCommand.end(output.getBytes(UTF_8)));
    }

    private static String failed(Failure failure) {
        return "failed " + failure.type().id();
    }

    private static String text(FlowEvent event) {
        return new String(event.data(), UTF_8);
    }
}
