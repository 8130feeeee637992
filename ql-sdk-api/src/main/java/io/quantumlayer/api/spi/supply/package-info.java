/** What a deployment's images are made, signed and believed with, put together once by the caller. */
@NullMarked
package io.quantumlayer.api.spi.supply;

import org.jspecify.annotations.NullMarked;
