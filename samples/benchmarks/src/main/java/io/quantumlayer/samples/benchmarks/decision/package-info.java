/** Measures how long a decision over the whole catalogue takes. */
@NullMarked
package io.quantumlayer.samples.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
