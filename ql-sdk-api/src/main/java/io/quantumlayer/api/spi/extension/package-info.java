/**
 * How extensions come to be: their factories, their settings, and what the library lends them. An extension is created
 * once per library instance by its factory and may be called from many threads at once.
 */
@NullMarked
package io.quantumlayer.api.spi.extension;

import org.jspecify.annotations.NullMarked;
