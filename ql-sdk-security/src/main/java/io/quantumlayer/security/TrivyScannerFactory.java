package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.trivy.TrivyScanner;
import java.util.List;

/**
 * Creates the scanner that judges infrastructure files, secrets and packages through trivy, under the id {@code trivy}.
 *
 * <p>It is not enabled until a setting names the program, whose digest must be set with it. The program runs as a
 * process of its own over a copy of the source, without network, confined where the library confines commands; it needs
 * a home. Safe for use by many threads.
 */
public final class TrivyScannerFactory implements ScannerFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public TrivyScannerFactory() {}

    @Override
    public String id() {
        return TrivyScanner.ID;
    }

    @Override
    public List<Setting> settings() {
        return TrivyScanner.SETTINGS;
    }

    /**
     * Creates the scanner.
     *
     * @param context its settings, home and launcher are used
     * @return the scanner
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if a setting is not as it
     *     must be
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return TrivyScanner.of(context);
    }
}
