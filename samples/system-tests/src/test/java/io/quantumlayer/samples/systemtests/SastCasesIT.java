package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.SastScannerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Judges one case of each weakness and its safe twin with bandit and semgrep as they are. A case is seen if it has a
 * finding of MEDIUM or worse; a safe twin with one is a false alarm.
 */
class SastCasesIT {
    @TempDir
    Path folder;

    @Test
    void seesEveryCaseAndNoSafeTwin() throws IOException {
        Path peers = peers();
        Map<String, String> settings = new HashMap<>();
        Set<String> readable = new TreeSet<>(Set.of(peers.toString()));
        for (String name : List.of("bandit", "semgrep")) {
            Path program = peers.resolve(name).resolve("bin").resolve(name);
            assumeTrue(Files.isExecutable(program), name + " is missing; .ci/peers " + name + " installs it");
            settings.put(name, program.toString());
            // The interpreter's own folder, wherever the environment was made from.
            Path python = program.resolveSibling("python").toRealPath();
            readable.add(python.resolve("../..").normalize().toString());
        }
        settings.put("readable", String.join(",", readable));
        Path source = cases();
        try (LentScanners lent = new LentScanners(folder.resolve("home"))) {
            ScanReport report = lent.create(new SastScannerFactory(), settings)
                    .scan(LentScanners.call(Duration.ofMinutes(9)), source);
            assertThat(report.status()).as(report.toString()).isEqualTo(ScanStatus.COMPLETED);
            Set<String> seen = report.findings().stream()
                    .filter(finding -> finding.severity().atLeast(Severity.MEDIUM))
                    .map(Finding::location)
                    .map(where -> where.path())
                    .collect(Collectors.toSet());
            assertThat(names(source, "-bad.")).as("cases").isNotEmpty().isSubsetOf(seen);
            assertThat(names(source, "-safe.")).as("safe twins").isNotEmpty().doesNotContainAnyElementsOf(seen);
        }
    }

    private Path cases() throws IOException {
        Path cases = Path.of("src/test/resources/sast");
        Path source = folder.resolve("source");
        for (String name : names(cases, "")) {
            Files.createDirectories(source.resolve(name).getParent());
            Files.copy(cases.resolve(name), source.resolve(name));
        }
        return source;
    }

    private static List<String> names(Path root, String kind) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> name.contains(kind))
                    .sorted()
                    .toList();
        }
    }

    private static Path peers() {
        String set = System.getenv("QL_PEERS");
        return set == null || set.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "ql-peers")
                : Path.of(set);
    }
}
