/** Requests, tokens and the shapes of answers; whatever a registry says is checked here. */
@NullMarked
package io.quantumlayer.registry.oci.internal;

import org.jspecify.annotations.NullMarked;
