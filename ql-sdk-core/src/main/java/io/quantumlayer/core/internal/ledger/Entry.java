package io.quantumlayer.core.internal.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The latest intent under a key and action, with the result that followed it.
 *
 * @param intent the intent
 * @param at when the last of the two was written: from then on an observation may miss the effect for its settle time
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
     * Returns how long an observation may still miss the effect.
     *
     * @param now the time
     * @return the rest of the settle time; zero once it is over
     */
    public Duration unsettled(Instant now) {
        Duration left = intent.operation().settle().minus(Duration.between(at, now));
        return left.isNegative() ? Duration.ZERO : left;
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
