/** Kills a scenario at any boundary, resumes it, and compares what is left with a life without a kill. */
@NullMarked
package io.quantumlayer.testkit.survival;

import org.jspecify.annotations.NullMarked;
