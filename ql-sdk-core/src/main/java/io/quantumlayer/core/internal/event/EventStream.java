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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of one run that goes on here, with those who listen. A listener that throws is logged and stays. */
public final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final EventProjection projection;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<RunListener> listeners;

    EventStream(RunId run, List<RunListener> listeners) {
        this.projection = new EventProjection(run);
        this.listeners = new CopyOnWriteArrayList<>(listeners);
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
        events.forEach(e -> tell(listener, e));
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(List<RunEvent> happened) {
        events.addAll(happened);
        happened.forEach(e -> listeners.forEach(l -> tell(l, e)));
    }

    /**
     * Tells one listener of one event, and keeps its failure away from the run.
     *
     * @param listener the listener
     * @param event the event
     */
    public static void tell(RunListener listener, RunEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed at event {} of run {}; the run goes on", event.sequence(), event.run(), e);
        }
    }
}
