/** The test bench as its users see it. */
@NullMarked
package io.quantumlayer.testkit.bench;

import org.jspecify.annotations.NullMarked;
