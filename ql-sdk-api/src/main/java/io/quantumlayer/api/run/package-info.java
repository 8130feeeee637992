/** Applications, releases and runs: their ids, the twelve steps and how they end. */
@NullMarked
package io.quantumlayer.api.run;

import org.jspecify.annotations.NullMarked;
