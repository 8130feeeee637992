package io.quantumlayer.core.internal.ledger;

import java.util.Map;

/**
 * What is known of an intended effect.
 *
 * @param key the effect's key
 * @param action what kind of effect
 * @param state where it stands
 * @param attributes what was made or seen
 * @param detail one readable line: the failure, or how it was seen
 */
public record Result(String key, Action action, State state, Map<String, String> attributes, String detail) {
    /** Where an effect stands. */
    public enum State {
        /** It goes on outside and was asked to be called again. */
        PENDING,
        /** It stands. */
        DONE,
        /** The other side refused or failed it; something of it may stand. */
        FAILED,
        /** It was seen absent. */
        GONE
    }
}
