package io.quantumlayer.api.spi.scanner;

import io.quantumlayer.api.spi.ExtensionFactory;

/** Creates a {@link Scanner}. */
public interface ScannerFactory extends ExtensionFactory<Scanner> {}
