/** The one source of time and timers, so that tests can own both. */
@NullMarked
package io.quantumlayer.api.spi.time;

import org.jspecify.annotations.NullMarked;
