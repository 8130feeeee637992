package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A hard limit that an offering does not meet. Its words are written when they are read: most are not.
 *
 * @param limit the limit's name, as a plan may waive it
 * @param why what was required and what was found
 * @param fact the fact that decided, if it was one; it may be UNKNOWN
 * @param cure what would let the offering pass, to be read after "if"
 */
record Breach(String limit, Supplier<String> why, Optional<Fact> fact, Supplier<String> cure) {
    static Breach of(String limit, Supplier<String> why, KnownFact fact, Supplier<String> cure) {
        return new Breach(limit, why, Optional.of(fact.fact()), cure);
    }

    static Breach of(String limit, Supplier<String> why, Supplier<String> cure) {
        return new Breach(limit, why, Optional.empty(), cure);
    }

    String reason() {
        return why.get();
    }

    String remedy() {
        return cure.get();
    }
}
