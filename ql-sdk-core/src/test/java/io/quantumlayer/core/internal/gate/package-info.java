/** Tests of the gate. */
@NullMarked
package io.quantumlayer.core.internal.gate;

import org.jspecify.annotations.NullMarked;
