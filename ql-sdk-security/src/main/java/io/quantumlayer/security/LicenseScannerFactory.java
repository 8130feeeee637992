package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.license.LicenseScanner;
import java.util.List;

/**
 * Creates the scanner that tells under which licences packages come, under the id {@code license}.
 *
 * <p>It reads lock files, installed packages, jars and, where a setting names it, a local Maven repository; it needs no
 * network. Without a list it only reports; with one, what is not allowed, denied or not known is a finding. A licence
 * counts as known only if it is an SPDX expression or a name that means one for certain. Safe for use by many threads.
 */
public final class LicenseScannerFactory implements ScannerFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public LicenseScannerFactory() {}

    @Override
    public String id() {
        return LicenseScanner.ID;
    }

    @Override
    public List<Setting> settings() {
        return LicenseScanner.SETTINGS;
    }

    /**
     * Creates the scanner.
     *
     * @param context its settings are read, and nothing else
     * @return the scanner
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration with every mistake in the settings
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return LicenseScanner.of(context.settings());
    }
}
