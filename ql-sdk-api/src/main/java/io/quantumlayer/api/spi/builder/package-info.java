/** Builds an artifact from a scanned source. */
@NullMarked
package io.quantumlayer.api.spi.builder;

import org.jspecify.annotations.NullMarked;
