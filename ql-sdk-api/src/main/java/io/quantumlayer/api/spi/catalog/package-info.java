/** Where offerings come from that no installed provider states: catalogues of dated facts and tariffs. */
@NullMarked
package io.quantumlayer.api.spi.catalog;

import org.jspecify.annotations.NullMarked;
