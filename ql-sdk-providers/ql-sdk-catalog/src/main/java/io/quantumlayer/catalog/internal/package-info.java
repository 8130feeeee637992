/** Reads the sheets that hold the catalogue's data, one a provider. */
@NullMarked
package io.quantumlayer.catalog.internal;

import org.jspecify.annotations.NullMarked;
