package io.quantumlayer.core.internal.assembly;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.step.StepRunner;

/**
 * What the engine works with.
 *
 * @param runner knows the flows
 * @param steps runs every step
 * @param observer is told of each event
 * @param host journal, owner and time
 */
record Setup(StepRunner runner, StepFunction steps, EngineObserver observer, Host host) implements EngineSetup {
    private static final int VERSION = 1;

    /**
     * Where and when an engine works.
     *
     * @param journal the journal
     * @param owner in whose name
     * @param time the source of time
     */
    record Host(Journal journal, Owner owner, TimeSource time) {}

    @Override
    public int currentVersion(RunKind kind) {
        return VERSION;
    }

    @Override
    public Flow<?> flow(RunKind kind, int version) {
        if (version != VERSION) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONFIGURATION,
                    "flow.version",
                    "the run began under version " + version + " of its flow, and this library knows " + VERSION));
        }
        return runner.flow(kind);
    }

    @Override
    public Journal journal() {
        return host.journal();
    }

    @Override
    public Owner owner() {
        return host.owner();
    }

    @Override
    public TimeSource time() {
        return host.time();
    }
}
