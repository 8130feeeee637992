/** A scanner for a rule of one's own: no source names a host of the company's inner network. */
@NullMarked
package io.quantumlayer.samples.customscanner;

import org.jspecify.annotations.NullMarked;
