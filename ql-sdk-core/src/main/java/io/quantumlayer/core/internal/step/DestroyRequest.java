package io.quantumlayer.core.internal.step;

/**
 * The input of a removal.
 *
 * @param destroy always true: marks the input as a removal's
 */
public record DestroyRequest(boolean destroy) {}
