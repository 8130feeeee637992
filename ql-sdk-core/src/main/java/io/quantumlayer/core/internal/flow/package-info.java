/**
 * The pure flow of a run: which step comes next, what is retried, when to wait, what to clean up, how it ends. No
 * clock, no randomness, no input or output.
 */
@NullMarked
package io.quantumlayer.core.internal.flow;

import org.jspecify.annotations.NullMarked;
