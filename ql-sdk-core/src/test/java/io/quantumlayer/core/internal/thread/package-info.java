/** Ends threads. */
@NullMarked
package io.quantumlayer.core.internal.thread;

import org.jspecify.annotations.NullMarked;
