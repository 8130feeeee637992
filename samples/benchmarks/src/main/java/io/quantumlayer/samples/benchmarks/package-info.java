/** What the benchmarks share. */
@NullMarked
package io.quantumlayer.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
