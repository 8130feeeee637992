package io.quantumlayer.api.spi.error;

import io.quantumlayer.api.error.Failure;
import java.util.Optional;

/**
 * Turns what an extension throws into a failure. One per provider; core asks it before its own classifier, once for
 * each cause, the innermost first.
 *
 * <p>A classifier looks at the exception's class first, then the vendor's code, then the status, and at text last. It
 * is pure, thread-safe and never throws.
 */
@FunctionalInterface
public interface ErrorClassifier {
    /**
     * Classifies one exception, not its causes.
     *
     * @param thrown the exception
     * @return the failure, or empty if this classifier does not know it
     */
    Optional<Failure> classify(Throwable thrown);
}
