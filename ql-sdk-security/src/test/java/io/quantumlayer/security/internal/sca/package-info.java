/** Tests of the comparison with advisories. */
@NullMarked
package io.quantumlayer.security.internal.sca;

import org.jspecify.annotations.NullMarked;
