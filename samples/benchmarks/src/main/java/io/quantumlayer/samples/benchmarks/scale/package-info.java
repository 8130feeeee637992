/** How many deployments one library instance has under way at once, on fakes and a durable journal. */
@NullMarked
package io.quantumlayer.samples.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
