package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.ScaScannerFactory;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanner for packages with known holes")
class ScaScannerContractTest extends ScannerContract {
    private static final String SECRET = "runtimeClasspath";
    private static final String ADVISORY = """
        {"id": "X-1", "modified": "2030-01-01T00:00:00Z", "summary": "a hole",
         "database_specific": {"severity": "HIGH"},
         "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:a"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}]}]}
        """;

    @TempDir
    Path home;

    private @Nullable LentScanners lent;

    @Override
    protected Scanner scanner() {
        lent = new LentScanners(home.resolve("home"));
        return lent.create(new ScaScannerFactory(), Map.of("data", advisories().toString()));
    }

    private Path advisories() {
        try {
            return LentScanners.write(home.resolve("advisories"), Map.of("X-1.json", ADVISORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void giveBack() {
        if (lent != null) {
            lent.close();
        }
    }

    @Override
    protected FileTree clean() {
        return LentScanners.tree(Map.of("gradle.lockfile", "org.example:a:2.0=runtimeClasspath\n"));
    }

    @Override
    protected FileTree guilty() {
        return LentScanners.tree(Map.of("gradle.lockfile", "org.example:a:1.0=" + SECRET + "\n"));
    }

    @Override
    protected String mustNotBeTold() {
        return SECRET;
    }
}
