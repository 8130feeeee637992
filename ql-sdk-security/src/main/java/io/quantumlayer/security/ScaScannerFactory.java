package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.sca.ScaScanner;
import java.util.List;

/**
 * Creates the scanner that compares the packages of a source with OSV advisories, under the id {@code sca}.
 *
 * <p>It is not enabled until one of its settings names where the advisories are; it ships none, because they are old on
 * the day they are shipped. Only the setting {@code api} needs the network. Safe for use by many threads.
 */
public final class ScaScannerFactory implements ScannerFactory {
    private static final List<Setting> SETTINGS = List.of(
            new Setting("data", "a folder of OSV advisories as JSON files, or a zip of them", "", false),
            new Setting("api", "the base address of an OSV API, such as https://api.osv.dev", "", false));

    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public ScaScannerFactory() {}

    @Override
    public String id() {
        return ScaScanner.ID;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    /**
     * Creates the scanner.
     *
     * @param context its settings are read, and nothing else
     * @return the scanner
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if both settings are set, or one
     *     names no place
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return ScaScanner.of(
                context.settings().getOrDefault("data", ""), context.settings().getOrDefault("api", ""));
    }
}
