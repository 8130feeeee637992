/** Tests of starting, finding, confining and ending commands. */
@NullMarked
package io.quantumlayer.core.internal.process;

import org.jspecify.annotations.NullMarked;
