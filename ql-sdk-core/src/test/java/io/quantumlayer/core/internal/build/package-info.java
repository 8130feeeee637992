/** Tests of builds by commands. */
@NullMarked
package io.quantumlayer.core.internal.build;

import org.jspecify.annotations.NullMarked;
