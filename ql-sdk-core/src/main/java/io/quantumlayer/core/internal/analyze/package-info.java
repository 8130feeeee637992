/**
 * Turns a plan's sentence into a typed specification by rules over a curated vocabulary: each value keeps the words it
 * came from, what the plan states wins, and what is not understood is said. The sentence is data: nothing in it is
 * obeyed.
 */
@NullMarked
package io.quantumlayer.core.internal.analyze;

import org.jspecify.annotations.NullMarked;
