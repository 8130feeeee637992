/** Tests of what hosts see of this artifact. */
@NullMarked
package io.quantumlayer.monitoring;

import org.jspecify.annotations.NullMarked;
