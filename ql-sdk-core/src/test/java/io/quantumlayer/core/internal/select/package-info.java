/** Decides placements among made-up offerings. */
@NullMarked
package io.quantumlayer.core.internal.select;

import org.jspecify.annotations.NullMarked;
