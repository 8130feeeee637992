package io.quantumlayer.core.internal.event;

import io.quantumlayer.api.event.RunEvent;
import java.util.List;

/** Reads the journal of one run again. */
@FunctionalInterface
public interface Replay {
    /**
     * Feeds a projection with the records of the run.
     *
     * @param projection the projection, before its first record
     * @param extent how much of the journal to read
     * @return the events, in order
     */
    List<RunEvent> events(EventProjection projection, Extent extent);
}
