/**
 * Places releases somewhere, moves traffic between them and removes them, one found-again operation at a time.
 *
 * <p>The protocol: {@code plan} computes an ordered list of operations without touching anything; core writes an
 * intent, calls {@code ensure} for exactly one operation, and writes the outcome. After any doubt it calls {@code
 * observe} first.
 */
@NullMarked
package io.quantumlayer.api.spi.provider;

import org.jspecify.annotations.NullMarked;
