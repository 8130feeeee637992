package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;
import java.util.List;

/**
 * Runs its steps in a line. The step {@code gate} is no step: there it waits for a signal. Pending means asking again
 * after the delay; a failure or a cancellation ends the run with its name.
 */
record LineFlow(List<String> steps, Duration timeout) implements Flow<LineFlow.State> {
    static final String GATE = "gate";

    static final class State {
        private final int index;
        private final byte[] data;

        State(int index, byte[] data) {
            this.index = index;
            this.data = data;
        }

        int index() {
            return index;
        }

        byte[] data() {
            return data;
        }
    }

    static LineFlow of(String... steps) {
        return new LineFlow(List.of(steps), Duration.ofSeconds(30));
    }

    LineFlow within(Duration limit) {
        return new LineFlow(steps, limit);
    }

    @Override
    public State initial() {
        return new State(0, new byte[0]);
    }

    @Override
    public Transition<State> next(State state, FlowEvent event) {
        return switch (event.kind()) {
            case STARTED -> go(new State(0, event.data()));
            case DONE -> go(new State(state.index() + 1, event.data()));
            case TIMER -> go(state);
            case PENDING ->
                new Transition<>(state, FlowCommand.waitUntil(event.at().plus(event.checkAfter())));
            case FAILED -> end(state, event.failure().orElseThrow().code());
            case SIGNAL -> signal(state, event);
        };
    }

    private Transition<State> signal(State state, FlowEvent event) {
        if (event.step().equals(ExecutionEngine.CANCEL)) {
            return end(state, "cancelled");
        }
        boolean waits = state.index() < steps.size() && steps.get(state.index()).equals(GATE);
        return waits ? go(new State(state.index() + 1, event.data())) : go(state);
    }

    private Transition<State> go(State state) {
        if (state.index() == steps.size()) {
            return new Transition<>(state, FlowCommand.end(state.data()));
        }
        String step = steps.get(state.index());
        return new Transition<>(
                state,
                step.equals(GATE) ? FlowCommand.waitForSignal() : FlowCommand.run(step, 1, state.data(), timeout));
    }

    private Transition<State> end(State state, String why) {
        return new Transition<>(state, FlowCommand.end(why.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
