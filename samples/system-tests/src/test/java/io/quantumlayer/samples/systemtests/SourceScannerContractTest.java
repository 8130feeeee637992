package io.quantumlayer.samples.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.security.SourceScannerFactory;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The source scanner")
class SourceScannerContractTest extends ScannerContract {
    /** In the form of a real key, and put together here so that nobody takes it for one. */
    private static final String KEY = "AK" + "IA" + "Q7WZ4XN2KTRJ5BHM";

    @TempDir
    private Path home;

    private LocalHosts hosts;

    @Override
    protected Scanner scanner() {
        hosts = new LocalHosts(home);
        SourceScannerFactory factory = new SourceScannerFactory();
        return factory.create(hosts.lend(factory, Map.of()));
    }

    @Override
    protected FileTree clean() {
        return tree("String greeting = \"hello\";");
    }

    @Override
    protected FileTree guilty() {
        return tree("String access = \"" + KEY + "\";");
    }

    @Override
    protected String mustNotBeTold() {
        return KEY;
    }

    private static FileTree tree(String statement) {
        String code = "final class Settings {\n    " + statement + "\n}\n";
        return FileTree.of(
                Map.of("src/Settings.java", code.getBytes(UTF_8), "README.md", "# Settings\n".getBytes(UTF_8)),
                Set.of());
    }

    @AfterEach
    final void close() {
        hosts.close();
    }
}
