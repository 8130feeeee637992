/** Reads lock files, manifests and archives of each ecosystem; all of them are hostile until read. */
@NullMarked
package io.quantumlayer.security.internal.inventory;

import org.jspecify.annotations.NullMarked;
