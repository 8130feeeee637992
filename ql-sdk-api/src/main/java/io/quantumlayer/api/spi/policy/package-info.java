/** Decides whether what was scanned may be built and deployed. */
@NullMarked
package io.quantumlayer.api.spi.policy;

import org.jspecify.annotations.NullMarked;
