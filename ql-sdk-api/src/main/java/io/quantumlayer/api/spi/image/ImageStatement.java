package io.quantumlayer.api.spi.image;

import java.util.Objects;

/**
 * A statement about an image, to be attested.
 *
 * @param predicateType the URI that says what the predicate means
 * @param predicate the predicate, a JSON object
 */
public record ImageStatement(String predicateType, String predicate) {
    /** Checks that nothing is missing. */
    public ImageStatement {
        Objects.requireNonNull(predicateType, "predicateType");
        Objects.requireNonNull(predicate, "predicate");
    }
}
