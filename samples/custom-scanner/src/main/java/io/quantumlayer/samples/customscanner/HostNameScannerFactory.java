package io.quantumlayer.samples.customscanner;

import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import java.util.List;

/** Creates the scanner for inner host names. */
public final class HostNameScannerFactory implements ScannerFactory {
    @Override
    public String id() {
        return "host-names";
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting("domain", "the domain of the inner network", "corp.example", false));
    }

    @Override
    public Scanner create(ExtensionContext context) {
        return new HostNameScanner(context.settings().getOrDefault("domain", ""));
    }
}
