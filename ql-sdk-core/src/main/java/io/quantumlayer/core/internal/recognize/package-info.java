/** Recognises what a given source is by reading its files, and says how it is built, started and probed. */
@NullMarked
package io.quantumlayer.core.internal.recognize;

import org.jspecify.annotations.NullMarked;
