package io.quantumlayer.api.spi.monitor;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates a {@link Monitor}. */
public interface MonitorFactory extends ExtensionFactory<Monitor> {}
