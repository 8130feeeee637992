/** Tests of bills. */
@NullMarked
package io.quantumlayer.core.internal.cost;

import org.jspecify.annotations.NullMarked;
