/** Whole runs on fakes: life cycles, and kills at every boundary of them. */
@NullMarked
package io.quantumlayer.testkit.scenario;

import org.jspecify.annotations.NullMarked;
