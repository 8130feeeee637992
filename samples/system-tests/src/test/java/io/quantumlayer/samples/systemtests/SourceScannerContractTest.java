package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.SourceScannerFactory;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanner for secrets and dangerous files")
class SourceScannerContractTest extends ScannerContract {
    // Put together here, so that no file of the project looks like it holds one.
    private static final String SECRET = "gh" + "p_" + "Zk3vQ9xT1mB7cR5nW2yL8dF4hJ6pS0aG3eUi";

    @TempDir
    Path home;

    private @Nullable LentScanners lent;

    @Override
    protected Scanner scanner() {
        lent = new LentScanners(home.resolve("home"));
        return lent.create(new SourceScannerFactory(), Map.of());
    }

    @AfterEach
    void giveBack() {
        if (lent != null) {
            lent.close();
        }
    }

    @Override
    protected FileTree clean() {
        return LentScanners.tree(Map.of("readme.txt", "nothing\n"));
    }

    @Override
    protected FileTree guilty() {
        return LentScanners.tree(Map.of("config.txt", "token = " + SECRET + "\n"));
    }

    @Override
    protected String mustNotBeTold() {
        return SECRET;
    }
}
