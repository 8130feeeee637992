package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.spi.provider.Operation;

/**
 * An operation whose effect stands, with the key under which it was made.
 *
 * @param key the effect's key
 * @param operation the operation
 */
public record PlacedOperation(String key, Operation operation) {}
