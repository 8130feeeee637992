package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.ledger.Intent;

/**
 * An operation whose effect stands, with the key under which it was made.
 *
 * @param key the effect's key
 * @param operation the operation
 */
public record PlacedOperation(String key, Operation operation) {
    /**
     * Returns what an intent was to make.
     *
     * @param intent the intent
     * @return its key and operation
     */
    public static PlacedOperation of(Intent intent) {
        return new PlacedOperation(intent.key(), intent.operation());
    }
}
