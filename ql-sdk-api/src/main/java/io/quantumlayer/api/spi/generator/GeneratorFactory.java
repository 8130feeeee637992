package io.quantumlayer.api.spi.generator;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates a {@link Generator}. */
public interface GeneratorFactory extends ExtensionFactory<Generator> {}
