package io.quantumlayer.testkit.time;

import io.quantumlayer.api.spi.engine.EngineFactory;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.testkit.intercept.Interception;

/** What one library instance is built with so that a {@link TimeSkipper} knows when it waits. Thread-safe. */
public final class WatchedInstance {
    private final HostTime time;
    private final Activity activity;

    WatchedInstance(TimeSource base, Activity activity) {
        this.time = new HostTime(base, activity, new Renewals());
        this.activity = activity;
    }

    /**
     * Returns the instance's time source.
     *
     * @return the manual clock, with timers that end with the instance
     */
    public TimeSource time() {
        return time;
    }

    /**
     * Watches the instance's engine.
     *
     * @param engine creates the engine
     * @return creates the same engine, watched
     */
    public EngineFactory engine(EngineFactory engine) {
        return setup -> WatchedEngine.create(engine, setup, activity);
    }

    /**
     * Watches the instance's journal, so that the clock never outruns the renewal of its lease.
     *
     * @param journal the journal
     * @return the same journal, watched
     */
    public Journal journal(Journal journal) {
        return Interception.of(Journal.class, journal, call -> {
            try {
                return call.proceed();
            } finally {
                if (call.method().equals("renew")) {
                    time.renewals().renewed();
                    activity.changed();
                }
            }
        });
    }
}
