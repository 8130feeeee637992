package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.scanner.Scanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every scanner promises. */
public abstract class ScannerContract {
    private final KitCalls calls = new KitCalls(KitTime.real());

    @TempDir
    private Path folder;

    private Scanner scanner;

    /** Only for subclasses. */
    protected ScannerContract() {}

    /**
     * Creates the scanner under test.
     *
     * @return the scanner
     */
    protected abstract Scanner scanner();

    /**
     * Returns a source in which it finds nothing.
     *
     * @return at least one file it reads
     */
    protected abstract FileTree clean();

    /**
     * Returns a source in which it finds something HIGH or worse.
     *
     * @return the source
     */
    protected abstract FileTree guilty();

    /**
     * Returns the value in the guilty source that no report may hold.
     *
     * @return a secret value of that source, or the word it stands for
     */
    protected abstract String mustNotBeTold();

    @BeforeEach
    final void open() {
        scanner = scanner();
    }

    @Test
    @DisplayName("a report carries the scanner's id")
    final void signsItsReport() throws IOException {
        assertThat(scan(clean()).scanner()).isEqualTo(scanner.id());
    }

    @Test
    @DisplayName("a clean source gives no finding of HIGH or worse and tells how much was read")
    final void passesCleanSource() throws IOException {
        ScanReport report = scan(clean());
        assertThat(report.failure()).isEmpty();
        assertThat(report.findings()).noneMatch(f -> f.severity().atLeast(Severity.HIGH));
        assertThat(report.coverage().files()).isPositive();
        assertThat(report.coverage().bytes()).isPositive();
    }

    @Test
    @DisplayName("a guilty source gives a finding of HIGH or worse that says where, and never what")
    final void findsGuilt() throws IOException {
        ScanReport report = scan(guilty());
        assertThat(report.failure()).isEmpty();
        assertThat(report.findings()).anyMatch(f -> f.severity().atLeast(Severity.HIGH));
        assertThat(report.findings()).extracting(f -> f.location().path()).doesNotContain("");
        assertThat(report.toString()).doesNotContain(mustNotBeTold());
    }

    @Test
    @DisplayName("equal sources give equal reports, in another folder too")
    final void isDeterministic() throws IOException {
        Path one = write("one", guilty());
        Path other = write("other", guilty());
        assertThat(scanner.scan(calls.call("scan"), one)).isEqualTo(scanner.scan(calls.call("scan"), other));
    }

    @Test
    @DisplayName("fingerprints tell findings apart")
    final void fingerprints() throws IOException {
        assertThat(scan(guilty()).findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("links are not followed")
    final void followsNoLink() throws IOException {
        Path outside = write("outside", guilty());
        Path source = write("source", clean());
        Files.createSymbolicLink(source.resolve("linked-folder"), outside);
        String guiltyFile = guilty().paths().iterator().next();
        Files.createSymbolicLink(source.resolve("linked-file"), outside.resolve(guiltyFile));
        ScanReport report = scanner.scan(calls.call("scan"), source);
        assertThat(report.findings())
                .noneMatch(f -> f.severity().atLeast(Severity.HIGH)
                        && !f.location().path().startsWith("linked"));
        assertThat(report.coverage().files()).isEqualTo(scan(clean()).coverage().files());
    }

    @Test
    @DisplayName("the source is left as it was")
    final void writesNothing() throws IOException {
        Path source = write("source", guilty());
        Map<String, String> before = content(source);
        scanner.scan(calls.call("scan"), source);
        assertThat(content(source)).isEqualTo(before);
    }

    @Test
    @DisplayName("a source that is not there gives a failed report, not an empty one")
    final void failsWithoutSource() {
        ScanReport report = scanner.scan(calls.call("scan"), folder.resolve("nowhere"));
        assertThat(report.failure()).isPresent();
    }

    @Test
    @DisplayName("an empty source covers nothing and says so")
    final void coversNothingOfNothing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(scanner.scan(calls.call("scan"), empty).coverage().files()).isZero();
    }

    private ScanReport scan(FileTree tree) throws IOException {
        return scanner.scan(
                calls.call("scan"), write(Integer.toString(content(folder).size()), tree));
    }

    private Path write(String name, FileTree tree) throws IOException {
        Path root = folder.resolve(name);
        for (String path : tree.paths()) {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, tree.content(path));
        }
        return root;
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }
}
