/** The releases of an application, folded from the journal. */
@NullMarked
package io.quantumlayer.core.internal.state;

import org.jspecify.annotations.NullMarked;
