package io.quantumlayer.api.event;

/**
 * Told of each event of a run, in order, one at a time per run.
 *
 * <p>Called on a thread of the library that serves the run: return fast and never block. What it throws is logged and
 * changes nothing. After a restart a listener that registers again gets the earlier events once more.
 */
@FunctionalInterface
public interface RunListener {
    /**
     * Takes one event.
     *
     * @param event what happened
     */
    void onEvent(RunEvent event);
}
