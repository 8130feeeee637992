package io.quantumlayer.samples.customscanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.testkit.contract.ScannerContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The scanner for inner host names")
class HostNameScannerContractTest extends ScannerContract {
    @Override
    protected Scanner scanner() {
        return new HostNameScanner("corp.example");
    }

    @Override
    protected FileTree clean() {
        return FileTree.of(Map.of("app.properties", "url=${DATABASE_URL}\n".getBytes(UTF_8)), Set.of());
    }

    @Override
    protected FileTree guilty() {
        return FileTree.of(Map.of("app.properties", "url=db7.corp.example:5432\n".getBytes(UTF_8)), Set.of());
    }

    @Override
    protected String mustNotBeTold() {
        return "db7.corp.example";
    }
}
