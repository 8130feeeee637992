/**
 * What callers use: {@link io.quantumlayer.api.QuantumLayer} and the handles it gives. Everything here is safe for use
 * by many threads.
 */
@NullMarked
package io.quantumlayer.api;

import org.jspecify.annotations.NullMarked;
