package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.infra.InfraScanner;
import java.util.List;

/**
 * Creates the scanner of infrastructure files, under the id {@code infra}.
 *
 * <p>It judges files by rules of its own, each of which names the public standard it follows. It needs no home, no
 * network and no other program, and evaluates nothing: what a file leaves to be worked out later is not judged and
 * stands in the coverage. Safe for use by many threads.
 */
public final class InfraScannerFactory implements ScannerFactory {
    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public InfraScannerFactory() {}

    @Override
    public String id() {
        return InfraScanner.ID;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /**
     * Creates the scanner.
     *
     * @param context not used
     * @return the scanner
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return new InfraScanner();
    }
}
