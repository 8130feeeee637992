package io.quantumlayer.core.internal.event;

import io.quantumlayer.api.event.RunListener;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.engine.EngineObserver;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The event streams of the runs that go on here. Thread-safe. */
public final class EventStreams implements EngineObserver {
    private final Map<RunId, EventStream> open = new ConcurrentHashMap<>();
    private final List<RunListener> everywhere;

    /**
     * Creates an empty set.
     *
     * @param everywhere listeners that are told of every run
     */
    public EventStreams(List<RunListener> everywhere) {
        this.everywhere = List.copyOf(everywhere);
    }

    /**
     * Opens the stream of a run that is about to start or go on here.
     *
     * @param run the run
     * @return its stream
     */
    public EventStream open(RunId run) {
        return open.computeIfAbsent(run, id -> new EventStream(id, everywhere));
    }

    /**
     * Returns the stream of a run that goes on here.
     *
     * @param run the run
     * @return the stream, or empty
     */
    public Optional<EventStream> find(RunId run) {
        return Optional.ofNullable(open.get(run));
    }

    @Override
    public void onEvent(RunId run, FlowEvent event, FlowCommand command) {
        find(run).ifPresent(stream -> {
            stream.flow(event, command);
            if (command.kind() == FlowCommand.Kind.END) {
                open.remove(run);
            }
        });
    }

    /**
     * Takes a record of the effect ledger that is durable.
     *
     * @param run the run
     * @param record the record
     */
    public void onRecord(RunId run, JournalRecord record) {
        find(run).ifPresent(stream -> stream.ledger(record));
    }

    /**
     * Forgets a run that does not go on here after all.
     *
     * @param run the run
     */
    public void close(RunId run) {
        open.remove(run);
    }
}
