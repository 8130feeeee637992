package io.quantumlayer.api.spi.engine;

/** Creates an engine. Cheap; registered explicitly, never discovered. */
@FunctionalInterface
public interface EngineFactory {
    /**
     * Creates the engine; starts no run.
     *
     * @param setup all it works with
     * @return the engine
     */
    ExecutionEngine create(EngineSetup setup);
}
