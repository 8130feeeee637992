/**
 * Decides where an application runs: hard limits first, then six factors, then what would change the winner. Pure:
 * equal input gives an equal decision.
 */
@NullMarked
package io.quantumlayer.core.internal.select;

import org.jspecify.annotations.NullMarked;
