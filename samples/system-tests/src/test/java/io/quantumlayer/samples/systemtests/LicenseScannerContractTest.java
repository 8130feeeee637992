package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.LicenseScannerFactory;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanner of licences")
class LicenseScannerContractTest extends ScannerContract {
    private static final String SECRET = "s3cr3t-in-address";
    private static final String LOCK = """
        {"lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0", "license": "%s",
         "resolved": "https://user:%s@registry.example.org/a.tgz"}}}
        """;

    @TempDir
    Path home;

    private @Nullable LentScanners lent;

    @Override
    protected Scanner scanner() {
        lent = new LentScanners(home.resolve("home"));
        return lent.create(new LicenseScannerFactory(), Map.of("deny", "GPL-3.0-only"));
    }

    @AfterEach
    void giveBack() {
        if (lent != null) {
            lent.close();
        }
    }

    @Override
    protected FileTree clean() {
        return LentScanners.tree(Map.of("package-lock.json", LOCK.formatted("MIT", SECRET)));
    }

    @Override
    protected FileTree guilty() {
        return LentScanners.tree(Map.of("package-lock.json", LOCK.formatted("GPL-3.0-only", SECRET)));
    }

    @Override
    protected String mustNotBeTold() {
        return SECRET;
    }
}
