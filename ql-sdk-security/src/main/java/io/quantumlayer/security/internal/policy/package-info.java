/** Reads policies and evaluates their rules in CEL. */
@NullMarked
package io.quantumlayer.security.internal.policy;

import org.jspecify.annotations.NullMarked;
