package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.Effect;

/**
 * One step. It makes at most one bounded outside call, never sleeps or loops, and says truly how far it got.
 *
 * @param <I> what it needs
 * @param <O> what it gives
 */
@FunctionalInterface
public interface Step<I, O> {
    /**
     * Runs once.
     *
     * @param scope the call
     * @param input what it needs
     * @return what it gives with its report, pending, or the failure
     */
    Effect<Finished<O>> run(StepScope scope, I input);
}
