/** Probes servers of the JDK on loopback. */
@NullMarked
package io.quantumlayer.core.internal.probe;

import org.jspecify.annotations.NullMarked;
