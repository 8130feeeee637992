package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;

/** All that an engine works with, given once when it is created. Thread-safe. */
public interface EngineSetup {
    /**
     * Returns the version new runs of a kind begin with.
     *
     * @param kind the kind
     * @return the version, from 1
     */
    int currentVersion(RunKind kind);

    /**
     * Returns a flow; a run ends under the version it began with.
     *
     * @param kind the kind of run
     * @param version the version
     * @return the flow
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if this library does not know it
     */
    Flow<?> flow(RunKind kind, int version);

    /**
     * Returns what runs every step.
     *
     * @return the function
     */
    StepFunction steps();

    /**
     * Returns who is told of each event.
     *
     * @return the observer
     */
    EngineObserver observer();

    /**
     * Returns the journal.
     *
     * @return the journal
     */
    Journal journal();

    /**
     * Returns in whose name the engine writes to the journal.
     *
     * @return the owner
     */
    Owner owner();

    /**
     * Returns the source of time.
     *
     * @return the time source
     */
    TimeSource time();
}
