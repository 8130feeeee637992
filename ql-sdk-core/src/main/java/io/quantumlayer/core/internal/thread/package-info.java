/** Threads that end with the part of the library that started them. */
@NullMarked
package io.quantumlayer.core.internal.thread;

import org.jspecify.annotations.NullMarked;
