/** Attaches to a placed release, reads its signals, and detaches without a trace. */
@NullMarked
package io.quantumlayer.api.spi.monitor;

import org.jspecify.annotations.NullMarked;
