/** The time of the machine; the only place that reads its clock. */
@NullMarked
package io.quantumlayer.core.internal.time;

import org.jspecify.annotations.NullMarked;
