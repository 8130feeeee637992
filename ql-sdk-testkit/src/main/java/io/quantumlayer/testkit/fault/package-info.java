/** Faults on demand: what goes wrong, at which call or step, once or for ever. */
@NullMarked
package io.quantumlayer.testkit.fault;

import org.jspecify.annotations.NullMarked;
