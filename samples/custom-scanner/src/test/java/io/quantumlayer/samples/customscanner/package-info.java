/** The contract kit that the scanner meets. */
@NullMarked
package io.quantumlayer.samples.customscanner;

import org.jspecify.annotations.NullMarked;
