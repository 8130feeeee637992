package io.quantumlayer.api.spi.catalog;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates a {@link Catalog}. */
public interface CatalogFactory extends ExtensionFactory<Catalog> {}
