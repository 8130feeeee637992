package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fact whose amount was read once, and whose text is written once. Safe for use by many threads. */
final class KnownFact {
    private final Fact fact;
    private final Optional<BigDecimal> amount;
    private @Nullable String text; // every thread would write the same

    private KnownFact(Fact fact, Optional<BigDecimal> amount) {
        this.fact = fact;
        this.amount = amount;
    }

    /**
     * Reads a fact.
     *
     * @param fact the fact, perhaps UNKNOWN
     * @param reader gives its amount; empty if it has none
     */
    static KnownFact of(Fact fact, Function<Fact, Optional<BigDecimal>> reader) {
        return new KnownFact(fact, fact.isKnown() ? reader.apply(fact) : Optional.empty());
    }

    Fact fact() {
        return fact;
    }

    Optional<BigDecimal> amount() {
        return amount;
    }

    boolean isKnown() {
        return fact.isKnown();
    }

    /** Whether it has an amount, and less than this. */
    boolean isLessThan(BigDecimal wanted) {
        return amount.isPresent() && amount.get().compareTo(wanted) < 0;
    }

    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = fact.toString();
            text = known;
        }
        return known;
    }
}
