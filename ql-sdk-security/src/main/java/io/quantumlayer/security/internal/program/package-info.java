/** Runs programs of others and reads what they answer, believing none of it. */
@NullMarked
package io.quantumlayer.security.internal.program;

import org.jspecify.annotations.NullMarked;
