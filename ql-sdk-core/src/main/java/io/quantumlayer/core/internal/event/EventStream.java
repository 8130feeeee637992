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
import org.jspecify.annotations.Nullable;

/**
 * Those who listen to one run that goes on here. It keeps no event: it counts what is durable, and whoever comes later
 * hears that much from the journal first. What a listener throws never reaches the run. Thread-safe.
 */
public final class EventStream {
    private final RunId run;
    private Extent told = Extent.NOTHING;
    private List<RunListener> listeners;
    private @Nullable EventProjection projection;

    EventStream(RunId run, List<RunListener> listeners) {
        this.run = run;
        this.listeners =
                listeners.stream().<RunListener>map(GuardedListener::new).toList();
        this.projection = listeners.isEmpty() ? null : new EventProjection(run);
    }

    synchronized void flow(FlowEvent event, FlowCommand command) {
        told = told.oneEventMore();
        if (projection != null) {
            tell(projection.flow(event, command));
        }
    }

    synchronized void ledger(JournalRecord record) {
        told = told.oneRecordMore();
        if (projection != null) {
            tell(projection.ledger(record));
        }
    }

    /**
     * Takes what an earlier process recorded, without telling anybody.
     *
     * @param replay reads it
     */
    public synchronized void restore(Replay replay) {
        EventProjection restored = new EventProjection(run);
        replay.events(restored, Extent.ALL);
        told = restored.extent();
        projection = listeners.isEmpty() ? null : restored;
    }

    /**
     * Tells a listener of all events so far, then of each new one.
     *
     * @param listener the listener
     * @param replay reads the events so far
     * @return what ends the subscription
     */
    public synchronized Subscription subscribe(RunListener listener, Replay replay) {
        RunListener guarded = new GuardedListener(listener);
        EventProjection replayed = new EventProjection(run);
        replay.events(replayed, told).forEach(guarded::onEvent);
        List<RunListener> more = new ArrayList<>(listeners);
        more.add(guarded);
        listeners = List.copyOf(more);
        projection = projection == null ? replayed : projection;
        return () -> remove(guarded);
    }

    private synchronized void remove(RunListener listener) {
        List<RunListener> fewer = new ArrayList<>(listeners);
        fewer.remove(listener);
        listeners = List.copyOf(fewer);
        projection = fewer.isEmpty() ? null : projection;
    }

    private void tell(List<RunEvent> happened) {
        List<RunListener> now = listeners;
        happened.forEach(e -> now.forEach(l -> l.onEvent(e)));
    }
}
