package io.quantumlayer.api.spi.scanner;

import io.quantumlayer.api.spi.extension.ExtensionFactory;

/** Creates a {@link Scanner}. */
public interface ScannerFactory extends ExtensionFactory<Scanner> {}
