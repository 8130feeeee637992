/** The order in which other placements are tried when the chosen one fails. Pure. */
@NullMarked
package io.quantumlayer.core.internal.fallback;

import org.jspecify.annotations.NullMarked;
