/** The whole library with its real extensions, on this machine. */
@NullMarked
package io.quantumlayer.samples.systemtests;

import org.jspecify.annotations.NullMarked;
