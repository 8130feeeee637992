/** Secrets by reference: resolved inside a step, printed as stars, never stored. */
@NullMarked
package io.quantumlayer.api.spi.secrets;

import org.jspecify.annotations.NullMarked;
