package io.quantumlayer.core.internal.select;

import io.quantumlayer.api.placement.Fact;
import io.quantumlayer.api.plan.Programme;
import java.util.Locale;

/** Reads whether an offering is eligible for a programme, such as {@code eligible with a signed BAA}. */
final class Eligibility {
    private Eligibility() {}

    /** The name of the limit, which is the fact's. */
    static String limit(Programme programme) {
        return "compliance." + programme.id().toLowerCase(Locale.ROOT);
    }

    /** What is only commonly quoted does not hold. */
    static boolean holds(Fact fact) {
        if (!fact.confirmed()) {
            return false;
        }
        String value = fact.value().orElse("").strip().toLowerCase(Locale.ROOT);
        return value.equals("true") || value.equals("yes") || value.equals("eligible") || value.startsWith("eligible ");
    }
}
