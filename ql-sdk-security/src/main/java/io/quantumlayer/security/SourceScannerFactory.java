package io.quantumlayer.security;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.security.internal.source.ScanLimits;
import io.quantumlayer.security.internal.source.SourceScanner;
import java.util.List;
import java.util.stream.Stream;

/**
 * Creates the scanner for secrets and dangerous files, under the id {@code source}.
 *
 * <p>It needs no home, no network and no other program. Its rules are part of the artifact; there is no way to excuse a
 * finding in this version, because a marker in the source would let a hostile source excuse itself. Safe for use by
 * many threads.
 */
public final class SourceScannerFactory implements ScannerFactory {
    private static final List<Setting> SETTINGS = Stream.concat(
                    ScanLimits.SETTINGS.stream(),
                    Stream.of(new Setting("rule-pack", "more rules for secrets, as gitleaks has them", "", false)))
            .toList();

    /** Creates the factory, as {@link java.util.ServiceLoader} does. */
    public SourceScannerFactory() {}

    @Override
    public String id() {
        return SourceScanner.ID;
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
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration if a limit is not a number in its
     *     range, or the rule pack holds mistakes, naming each
     */
    @Override
    public Scanner create(ExtensionContext context) {
        return SourceScanner.of(
                ScanLimits.of(context.settings()), context.settings().getOrDefault("rule-pack", ""));
    }
}
