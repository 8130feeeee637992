/**
 * The analysed application: what is to be built and run, each trait with where it came from and from which words.
 *
 * <p>All types here are immutable, equal by value and safe for use by many threads; builders are for one thread.
 */
@NullMarked
package io.quantumlayer.api.app;

import org.jspecify.annotations.NullMarked;
