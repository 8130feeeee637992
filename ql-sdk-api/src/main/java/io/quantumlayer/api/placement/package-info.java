/**
 * Where an application can run and why it runs where it does: offerings with dated facts, what detection found, the
 * six factors, and the decision with all that it rejected.
 *
 * <p>All types here are immutable, equal by value and safe for use by many threads; builders are for one thread.
 */
@NullMarked
package io.quantumlayer.api.placement;

import org.jspecify.annotations.NullMarked;
