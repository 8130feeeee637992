/** How often, when and after which repair a failed step is tried again. */
@NullMarked
package io.quantumlayer.core.internal.recover;

import org.jspecify.annotations.NullMarked;
