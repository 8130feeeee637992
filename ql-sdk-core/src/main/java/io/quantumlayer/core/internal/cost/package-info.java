/** Turns workload profiles and tariffs into bills. Pure: equal input gives equal bills. */
@NullMarked
package io.quantumlayer.core.internal.cost;

import org.jspecify.annotations.NullMarked;
