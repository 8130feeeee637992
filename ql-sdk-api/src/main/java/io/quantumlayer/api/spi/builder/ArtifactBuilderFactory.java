package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates an {@link ArtifactBuilder}. */
public interface ArtifactBuilderFactory extends ExtensionFactory<ArtifactBuilder> {}
