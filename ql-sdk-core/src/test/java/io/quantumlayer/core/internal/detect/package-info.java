/** Detects providers that answer, refuse, throw and hang. */
@NullMarked
package io.quantumlayer.core.internal.detect;

import org.jspecify.annotations.NullMarked;
