/** What every call across an SPI shares: on whose behalf, until when, and how it ended. */
@NullMarked
package io.quantumlayer.api.spi;

import org.jspecify.annotations.NullMarked;
