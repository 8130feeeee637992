/** Looks through a source and says what it saw and what it covered. */
@NullMarked
package io.quantumlayer.api.spi.scanner;

import org.jspecify.annotations.NullMarked;
