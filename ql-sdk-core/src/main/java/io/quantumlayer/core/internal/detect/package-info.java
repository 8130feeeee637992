/** Finds which of the installed providers can be used now. */
@NullMarked
package io.quantumlayer.core.internal.detect;

import org.jspecify.annotations.NullMarked;
