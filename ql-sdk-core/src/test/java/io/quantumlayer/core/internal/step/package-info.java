/** Tests of the steps. */
@NullMarked
package io.quantumlayer.core.internal.step;

import org.jspecify.annotations.NullMarked;
