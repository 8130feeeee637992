package io.quantumlayer.core.internal.guard;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.error.ErrorClassifier;

/** Turns what was thrown into a failure; pure and thread-safe. */
@FunctionalInterface
public interface Classifier {
    /**
     * Classifies, the innermost cause first.
     *
     * @param thrown what was thrown
     * @param own the classifier of whoever threw it
     * @return the failure, of type unknown if nobody knows it
     */
    Failure classify(Throwable thrown, ErrorClassifier own);
}
