/** How many requests a second generated services answer at their public address, beside a handler of nothing. */
@NullMarked
package io.quantumlayer.samples.benchmarks.load;

import org.jspecify.annotations.NullMarked;
