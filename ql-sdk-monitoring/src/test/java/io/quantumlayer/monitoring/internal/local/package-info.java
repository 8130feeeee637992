/** Tests of the monitor {@code local}, on real processes and files. */
@NullMarked
package io.quantumlayer.monitoring.internal.local;

import org.jspecify.annotations.NullMarked;
