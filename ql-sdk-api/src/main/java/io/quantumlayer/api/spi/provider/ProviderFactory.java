package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates a {@link Provider}. */
public interface ProviderFactory extends ExtensionFactory<Provider> {}
