/** The manual clock and what skips its time. */
@NullMarked
package io.quantumlayer.testkit.time;

import org.jspecify.annotations.NullMarked;
