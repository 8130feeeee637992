package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.sast.SastScanner;
import java.util.List;

/**
 * Creates the scanner that judges program text through bandit and semgrep, under the id {@code sast}.
 *
 * <p>It is not enabled until a setting names one of the programs. Each runs as a process of its own over a copy of the
 * source, without network, confined where the library confines commands; it needs a home. Safe for use by many threads.
 */
public final class SastScannerFactory implements ScannerFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public SastScannerFactory() {}

    @Override
    public String id() {
        return SastScanner.ID;
    }

    @Override
    public List<Setting> settings() {
        return SastScanner.SETTINGS;
    }

    /**
     * Creates the scanner.
     *
     * @param context its settings, home and launcher are used
     * @return the scanner
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if the timeout is no number in its
     *     range
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return SastScanner.of(context);
    }
}
