package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.run.RunId;

/**
 * Told of each event of a run after it is durable, in order, one at a time per run. Returns fast. Whatever it throws,
 * an {@link Error} too, changes nothing: the engine logs the first failure of a run and goes on telling it.
 */
@FunctionalInterface
public interface EngineObserver {
    /**
     * Takes one event and what the flow made of it.
     *
     * @param run the run
     * @param event what happened
     * @param command what the flow decided
     */
    void onEvent(RunId run, FlowEvent event, FlowCommand command);
}
