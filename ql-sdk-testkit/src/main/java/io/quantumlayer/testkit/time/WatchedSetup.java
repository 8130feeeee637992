package io.quantumlayer.testkit.time;

import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;

/**
 * What an engine works with, with a watched observer and time.
 *
 * @param setup the host's
 * @param activity told of commands and timers
 */
record WatchedSetup(EngineSetup setup, Activity activity) implements EngineSetup {
    @Override
    public int currentVersion(RunKind kind) {
        return setup.currentVersion(kind);
    }

    @Override
    public Flow<?> flow(RunKind kind, int version) {
        return setup.flow(kind, version);
    }

    @Override
    public StepFunction steps() {
        return setup.steps();
    }

    @Override
    public EngineObserver observer() {
        EngineObserver told = setup.observer();
        return (run, event, command) -> {
            told.onEvent(run, event, command);
            activity.commanded(run, command);
        };
    }

    @Override
    public Journal journal() {
        return setup.journal();
    }

    @Override
    public Owner owner() {
        return setup.owner();
    }

    @Override
    public TimeSource time() {
        TimeSource base = setup.time() instanceof HostTime host ? host.base() : setup.time();
        return new EngineTime(base, activity);
    }
}
