/** The one client of registries that speak the OCI distribution protocol. */
@NullMarked
package io.quantumlayer.registry.oci;

import org.jspecify.annotations.NullMarked;
