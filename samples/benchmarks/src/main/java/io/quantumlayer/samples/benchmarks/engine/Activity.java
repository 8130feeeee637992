package io.quantumlayer.samples.benchmarks.engine;

import io.temporal.activity.ActivityInterface;

/** Temporal's side of a step. */
@ActivityInterface
public interface Activity {
    /**
     * Does nothing.
     *
     * @param payload what comes in
     * @return the same
     */
    String step(String payload);
}
