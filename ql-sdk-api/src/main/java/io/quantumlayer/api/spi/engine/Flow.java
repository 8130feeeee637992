package io.quantumlayer.api.spi.engine;

/**
 * Decides what a run does next: a pure function without clock, randomness or input and output. Folding the same events
 * gives the same state and commands, in this process or in a later one.
 *
 * @param <S> the state, an immutable value
 */
public interface Flow<S> {
    /**
     * Returns the state before any event.
     *
     * @return the initial state
     */
    S initial();

    /**
     * Takes one event.
     *
     * @param state the state so far
     * @param event what happened
     * @return the new state and the one command to execute
     */
    Transition<S> next(S state, FlowEvent event);

    /**
     * The answer of a flow to one event.
     *
     * @param state the new state
     * @param command what to do now
     * @param <S> the state
     */
    record Transition<S>(S state, FlowCommand command) {}
}
