/** How exceptions become failures, and how a failure may be repaired before another try. */
@NullMarked
package io.quantumlayer.api.spi.error;

import org.jspecify.annotations.NullMarked;
