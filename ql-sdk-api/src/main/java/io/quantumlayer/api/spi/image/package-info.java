/** Images built without a daemon: what goes into one, where it goes, and what came out. */
@NullMarked
package io.quantumlayer.api.spi.image;

import org.jspecify.annotations.NullMarked;
