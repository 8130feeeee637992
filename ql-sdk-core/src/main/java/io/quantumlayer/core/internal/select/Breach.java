package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import java.util.Optional;

/**
 * A hard limit that an offering does not meet.
 *
 * @param limit the limit's name, as a plan may waive it
 * @param reason what was required and what was found
 * @param fact the fact that decided, if it was one; it may be UNKNOWN
 * @param remedy what would let the offering pass, to be read after "if"
 */
record Breach(String limit, String reason, Optional<Fact> fact, String remedy) {
    static Breach of(String limit, String reason, Fact fact, String remedy) {
        return new Breach(limit, reason, Optional.of(fact), remedy);
    }
}
