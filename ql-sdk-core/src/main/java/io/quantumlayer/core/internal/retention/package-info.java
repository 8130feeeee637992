/** Chooses which manifests of a repository go, and lets them go in an order that leaves nothing half-made. */
@NullMarked
package io.quantumlayer.core.internal.retention;

import org.jspecify.annotations.NullMarked;
