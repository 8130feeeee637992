package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.time.Duration;

/** Runs one step, and after a cancellation another one that cleans up; the end says what happened. */
final class CleaningFlow implements Flow<String> {
    @Override
    public String initial() {
        return "";
    }

    @Override
    public Transition<String> next(String state, FlowEvent event) {
        return switch (event.kind()) {
            case STARTED, TIMER, PENDING -> run(state, "a");
            case FAILED -> run(event.failure().orElseThrow().code(), "a");
            case SIGNAL -> run(state + ", then", "clean");
            case DONE -> new Transition<>(state, FlowCommand.end(Bench.bytes(state + " " + event.step())));
        };
    }

    private static Transition<String> run(String state, String step) {
        return new Transition<>(state, FlowCommand.run(step, 1, new byte[0], Duration.ofSeconds(30)));
    }
}
