/** Proofs that generated projects build, hold what they promise and stay inside their names. */
@NullMarked
package io.quantumlayer.blueprints.internal;

import org.jspecify.annotations.NullMarked;
