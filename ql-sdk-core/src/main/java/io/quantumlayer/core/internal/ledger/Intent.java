package io.quantumlayer.core.internal.ledger;

import io.quantumlayer.api.spi.provider.Operation;

/**
 * An effect that is about to be made.
 *
 * @param key the effect's key
 * @param action what kind of effect
 * @param provider who makes it
 * @param operation what exactly, enough to find and remove it
 */
public record Intent(String key, Action action, String provider, Operation operation) {}
