package io.quantumlayer.core.internal.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest intent under a key and action, with the result that followed it.
 *
 * @param intent the intent
 * @param at when it was written
 * @param resultOrNull what followed, or null while the answer is missing
 */
public record Entry(Intent intent, Instant at, @Nullable Result resultOrNull) {
    /**
     * Returns what followed the intent.
     *
     * @return the result, or empty while the answer is missing
     */
    public Optional<Result> result() {
        return Optional.ofNullable(resultOrNull);
    }

    /**
     * Says whether the result has a state.
     *
     * @param state the state
     * @return whether there is a result with it
     */
    public boolean is(Result.State state) {
        return resultOrNull != null && resultOrNull.state() == state;
    }
}
