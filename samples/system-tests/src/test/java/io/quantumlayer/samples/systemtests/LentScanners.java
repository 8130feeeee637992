package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import io.quantumlayer.testkit.bench.LentByCore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Scanners with all that core lends them; closing it ends that instance of the library. */
final class LentScanners implements AutoCloseable {
    private final LentByCore lent;

    LentScanners(Path home) {
        this.lent = LentByCore.in(home, UnaryOperator.identity());
    }

    Scanner create(ScannerFactory factory, Map<String, String> settings) {
        return factory.create(lent.to(factory, settings));
    }

    static FileTree tree(Map<String, String> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return FileTree.of(contents, Set.of());
    }

    static Path write(Path root, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return root;
    }

    static CallContext call(Duration limit) {
        RunId run = new RunId(new ApplicationId("tenant", "todo"), "0".repeat(26));
        Clock clock = Clock.systemUTC();
        return CallContext.of(run, "k".repeat(26), clock.instant().plus(limit), clock);
    }

    @Override
    public void close() {
        lent.close();
    }
}
