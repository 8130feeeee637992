/** Launchpad itself, as a server on loopback, and the contract kit that the provider and its wrong copies meet. */
@NullMarked
package io.quantumlayer.samples.customprovider;

import org.jspecify.annotations.NullMarked;
