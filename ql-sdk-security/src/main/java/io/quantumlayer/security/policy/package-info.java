/** Policies for the gate, as data. */
@NullMarked
package io.quantumlayer.security.policy;

import org.jspecify.annotations.NullMarked;
