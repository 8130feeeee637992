package io.quantumlayer.core.internal.event;

import io.quantumlayer.api.Deployment.Subscription;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The events of one run that goes on here, with those who listen. What a listener throws never reaches the run. */
public final class EventStream {
    private final EventProjection projection;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<RunListener> listeners;

    EventStream(RunId run, List<RunListener> listeners) {
        this.projection = new EventProjection(run);
        this.listeners = new CopyOnWriteArrayList<>();
        listeners.forEach(l -> this.listeners.add(new GuardedListener(l)));
    }

    synchronized void flow(FlowEvent event, FlowCommand command) {
        tell(projection.flow(event, command));
    }

    synchronized void ledger(JournalRecord record) {
        tell(projection.ledger(record));
    }

    /**
     * Takes what an earlier process recorded, without telling anybody.
     *
     * @param replay feeds the projection with the records behind them
     */
    public synchronized void restore(Function<EventProjection, List<RunEvent>> replay) {
        events.addAll(replay.apply(projection));
    }

    /**
     * Tells a listener of all events so far, then of each new one.
     *
     * @param listener the listener
     * @return what ends the subscription
     */
    public synchronized Subscription subscribe(RunListener listener) {
        RunListener guarded = new GuardedListener(listener);
        events.forEach(guarded::onEvent);
        listeners.add(guarded);
        return () -> listeners.remove(guarded);
    }

    private void tell(List<RunEvent> happened) {
        events.addAll(happened);
        happened.forEach(e -> listeners.forEach(l -> l.onEvent(e)));
    }
}
