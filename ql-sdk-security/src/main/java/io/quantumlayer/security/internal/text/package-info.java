/** Texts from outside: made harmless to print, and XML read without harm. */
@NullMarked
package io.quantumlayer.security.internal.text;

import org.jspecify.annotations.NullMarked;
