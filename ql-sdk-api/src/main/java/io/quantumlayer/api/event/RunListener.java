package io.quantumlayer.api.event;

/**
 * Told of each event of a run, in order, one at a time per run.
 *
 * <p>Called on a thread of the library that serves the run: return fast and never block. Whatever it throws, an
 * {@link Error} too, changes nothing: the first failure of a run is logged, and the listener stays. After a restart a
 * listener that registers again gets the earlier events once more.
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
