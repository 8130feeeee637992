/** Texts from outside, made harmless to print. */
@NullMarked
package io.quantumlayer.security.internal.text;

import org.jspecify.annotations.NullMarked;
