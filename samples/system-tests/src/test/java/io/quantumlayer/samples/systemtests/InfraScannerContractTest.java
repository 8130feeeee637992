package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.InfraScannerFactory;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanner of infrastructure files")
class InfraScannerContractTest extends ScannerContract {
    private static final String SECRET = "correct horse battery";

    @TempDir
    Path home;

    private @Nullable LentScanners lent;

    @Override
    protected Scanner scanner() {
        lent = new LentScanners(home.resolve("home"));
        return lent.create(new InfraScannerFactory(), Map.of());
    }

    @AfterEach
    void giveBack() {
        if (lent != null) {
            lent.close();
        }
    }

    @Override
    protected FileTree clean() {
        return LentScanners.tree(Map.of("Dockerfile", "FROM debian:12\nUSER 10001\n"));
    }

    @Override
    protected FileTree guilty() {
        return LentScanners.tree(
                Map.of("Dockerfile", "FROM debian:12\nENV DB_PASSWORD=\"" + SECRET + "\"\nUSER root\n"));
    }

    @Override
    protected String mustNotBeTold() {
        return SECRET;
    }
}
