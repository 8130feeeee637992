package io.quantumlayer.api.spi.monitor;

import io.quantumlayer.api.spi.ExtensionFactory;

/** Creates a {@link Monitor}. */
public interface MonitorFactory extends ExtensionFactory<Monitor> {}
