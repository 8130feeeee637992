/** Simulated kills: at each commit of a journal and inside each outside call, an instance stops for good. */
@NullMarked
package io.quantumlayer.testkit.crash;

import org.jspecify.annotations.NullMarked;
