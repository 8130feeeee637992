/** Asks a running application over HTTP, as a caller of it would. */
@NullMarked
package io.quantumlayer.api.spi.probe;

import org.jspecify.annotations.NullMarked;
