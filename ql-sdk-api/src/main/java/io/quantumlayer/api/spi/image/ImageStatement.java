package io.quantumlayer.api.spi.image;

import java.util.Objects;

/**
 * A statement about an image, to be attested.
 *
 * @param predicateType the URI that says what the predicate means
 * @param predicate the predicate, a JSON object
 * @param summary one readable line
 */
public record ImageStatement(String predicateType, String predicate, String summary) {
    /** Checks that nothing is missing. */
    public ImageStatement {
        Objects.requireNonNull(predicateType, "predicateType");
        Objects.requireNonNull(predicate, "predicate");
        Objects.requireNonNull(summary, "summary");
    }
}
