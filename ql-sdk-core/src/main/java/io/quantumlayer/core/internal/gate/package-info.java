/** The gate: the built-in policy, the installed ones, and how they are asked so that it fails closed. */
@NullMarked
package io.quantumlayer.core.internal.gate;

import org.jspecify.annotations.NullMarked;
