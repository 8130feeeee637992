package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.SastScannerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures bandit and semgrep as they are, with our rules, on cases of each weakness and their safe twins. A case is
 * seen if it has a finding of MEDIUM or worse; a safe twin with one is a false alarm. The rates are written to
 * {@code target/sast-rates.md}.
 */
class SastCasesIT {
    /** What crosses from one function into another: both engines follow text within one function only. */
    private static final Set<String> MISSED =
            Set.of("java/sql-injection-helper-bad.java", "javascript/sql-injection-helper-bad.js");

    /** Bandit holds the package Crypto for the abandoned one of that name, whatever is done with it. */
    private static final Set<String> FALSE_ALARMS = Set.of("python/weak-cipher-safe.py");

    @TempDir
    Path folder;

    @Test
    void seesTheCasesAndNotTheirSafeTwins() throws IOException {
        Path source = cases();
        Set<String> seen = seen(source);
        Set<String> cases = names(source, "-bad.");
        Set<String> twins = names(source, "-safe.");
        Files.writeString(Path.of("target/sast-rates.md"), rates(cases, seen));
        assertThat(twins.stream().map(name -> name.replace("-safe.", "-bad.")))
                .as("each case has a safe twin")
                .containsExactlyInAnyOrderElementsOf(cases);
        Set<String> missed = new TreeSet<>(cases);
        missed.removeAll(seen);
        assertThat(missed).as("missed").isEqualTo(MISSED);
        Set<String> alarms = new TreeSet<>(twins);
        alarms.retainAll(seen);
        assertThat(alarms).as("false alarms").isEqualTo(FALSE_ALARMS);
    }

    private Set<String> seen(Path source) {
        Path peers = peers();
        Map<String, String> settings = new HashMap<>();
        Set<String> readable = new TreeSet<>(Set.of(peers.toString()));
        for (String name : List.of("bandit", "semgrep")) {
            Path program = peers.resolve(name).resolve("bin").resolve(name);
            assumeTrue(Files.isExecutable(program), name + " is missing; .ci/peers " + name + " installs it");
            settings.put(name, program.toString());
            readable.add(interpreter(program).toString());
        }
        settings.put("readable", String.join(",", readable));
        try (LentScanners lent = new LentScanners(folder.resolve("home"))) {
            ScanReport report = lent.create(new SastScannerFactory(), settings)
                    .scan(LentScanners.call(Duration.ofMinutes(9)), source);
            assertThat(report.status()).as(report.toString()).isEqualTo(ScanStatus.COMPLETED);
            return report.findings().stream()
                    .filter(finding -> finding.severity().atLeast(Severity.MEDIUM))
                    .map(finding -> finding.location().path())
                    .collect(Collectors.toSet());
        }
    }

    /** The interpreter's own folder, wherever the environment was made from. */
    private static Path interpreter(Path program) {
        try {
            return program.resolveSibling("python")
                    .toRealPath()
                    .resolve("../..")
                    .normalize();
        } catch (IOException e) {
            throw new IllegalStateException(program + " has no interpreter beside it", e);
        }
    }

    private static String rates(Set<String> cases, Set<String> seen) {
        List<String> categories = cases.stream()
                .map(SastCasesIT::weakness)
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        Map<String, Rate> rates = new TreeMap<>();
        Rate all = new Rate();
        for (String name : cases) {
            String weakness = weakness(name);
            String category =
                    categories.stream().filter(weakness::startsWith).findFirst().orElseThrow();
            String twin = name.replace("-bad.", "-safe.");
            for (Rate rate : List.of(rates.computeIfAbsent(category, c -> new Rate()), all)) {
                rate.add(seen.contains(name), seen.contains(twin));
            }
        }
        StringBuilder table = new StringBuilder("| weakness | cases | seen | false alarms |\n|---|---|---|---|\n");
        rates.forEach((category, rate) -> table.append(rate.row(category)));
        return table.append(all.row("all, of which "
                        + String.format(Locale.ROOT, "%.1f %% seen, %.1f %% false", all.seen(), all.falseAlarms())))
                .toString();
    }

    private static String weakness(String name) {
        return name.replaceAll("^.*/|-bad\\..*$", "");
    }

    /** How many of some cases were seen, and how many of their safe twins. */
    private static final class Rate {
        private int cases;
        private int seen;
        private int alarms;

        void add(boolean caseSeen, boolean twinSeen) {
            cases++;
            seen += caseSeen ? 1 : 0;
            alarms += twinSeen ? 1 : 0;
        }

        double seen() {
            return 100.0 * seen / cases;
        }

        double falseAlarms() {
            return 100.0 * alarms / cases;
        }

        String row(String name) {
            return "| " + name + " | " + cases + " | " + seen + " | " + alarms + " |\n";
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

    private static Set<String> names(Path root, String kind) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> name.contains(kind))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path peers() {
        String set = System.getenv("QL_PEERS");
        return set == null || set.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "ql-peers")
                : Path.of(set);
    }
}
