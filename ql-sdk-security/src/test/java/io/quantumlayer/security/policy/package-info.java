/** Tests of policies for the gate. */
@NullMarked
package io.quantumlayer.security.policy;

import org.jspecify.annotations.NullMarked;
