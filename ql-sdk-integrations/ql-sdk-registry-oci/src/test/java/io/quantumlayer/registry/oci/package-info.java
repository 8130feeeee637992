/** The client against a server that plays every part of a registry, and against real ones. */
@NullMarked
package io.quantumlayer.registry.oci;

import org.jspecify.annotations.NullMarked;
