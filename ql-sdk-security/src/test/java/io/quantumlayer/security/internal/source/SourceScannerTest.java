package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceScannerTest {
    @TempDir
    Path root;

    @Test
    void says_what_it_read() throws IOException {
        Scans.write(root, "a.txt", "hello");
        Scans.write(root, "b/c.txt", "world!");

        ScanReport report = Scans.scan(root);

        assertThat(report.scanner()).isEqualTo("source");
        assertThat(report.failure()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().files()).isEqualTo(2);
        assertThat(report.coverage().bytes()).isEqualTo(11);
        assertThat(report.coverage().skipped()).isEmpty();
    }

    @Test
    void equal_sources_give_equal_reports_in_the_order_of_places() throws IOException {
        Drawn drawn = new Drawn(5);
        String line = "gh" + "p_" + drawn.letters(36) + "\n";
        Scans.write(root, "b.txt", "\n\n\n\n\n\n\n\n\n" + line + "np" + "m_" + drawn.letters(36) + "\n");
        Scans.write(root, "b.txt.bak", line);
        Scans.write(root, "a.txt", line);

        assertThat(Scans.scan(root)).isEqualTo(Scans.scan(root));
        assertThat(Scans.scan(root).findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("a.txt:1", "b.txt:10", "b.txt:11", "b.txt.bak:1");
    }

    @Test
    void a_large_file_is_read_in_part_and_named() throws IOException {
        String token = "gh" + "p_" + new Drawn(6).letters(36);
        Scans.write(root, "big.txt", token + "\n" + "x\n".repeat(2000) + token.replace('p', 'o'));
        SourceScanner scanner = Scans.scanner(Map.of("max-file-bytes", "1024"));

        ScanReport report = scanner.scan(Scans.context(), root);

        assertThat(Scans.rules(report)).containsExactly("secret.github-token");
        assertThat(report.coverage().files()).isZero();
        assertThat(report.coverage().bytes()).isEqualTo(1024);
        assertThat(report.coverage().skipped()).containsExactly("big.txt: only its first 1024 bytes were read");
    }

    @Test
    void an_archive_is_named_as_not_looked_into() throws IOException {
        Scans.write(root, "lib/a.jar", new byte[] {'P', 'K', 3, 4, 0, 0});

        ScanReport report = Scans.scan(root);

        assertThat(report.findings()).isEmpty();
        assertThat(report.coverage().files()).isZero();
        assertThat(report.coverage().skipped()).containsExactly("lib/a.jar: an archive, not looked into");
    }

    @Test
    void links_are_reported_and_never_followed() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Scans.write(outside, "secret.txt", "gh" + "p_" + new Drawn(8).letters(36));
        Scans.write(root, "a/b.txt", "fine");
        Files.createSymbolicLink(root.resolve("a/inside"), Path.of("b.txt"));
        Files.createSymbolicLink(root.resolve("a/up"), Path.of("../../x"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("loop"), Path.of("."));

        ScanReport report = Scans.scan(root);

        assertThat(report.findings())
                .extracting(
                        finding -> finding.location().toString(),
                        finding -> finding.rule().id())
                .containsExactly(
                        tuple("a/inside", "file.link"),
                        tuple("a/up", "file.link-outside"),
                        tuple("folder", "file.link-outside"),
                        tuple("loop", "file.link"));
        assertThat(report.coverage().files()).isEqualTo(1);
        assertThat(report.coverage().skipped()).hasSize(4);
        Files.delete(outside.resolve("secret.txt"));
        Files.delete(outside);
    }

    @Test
    void a_source_that_is_a_link_or_no_folder_is_not_scanned() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), root);

        assertThat(failure(Scans.scan(link)).code()).isEqualTo("scanner.source.no-folder");
        assertThat(failure(Scans.scan(root.resolve("none"))).type()).isEqualTo(ErrorType.VALIDATION);
    }

    @Test
    void pipes_are_reported_and_never_opened() throws Exception {
        Process made = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assertThat(made.waitFor()).isZero();

        ScanReport report = Scans.scan(root);

        assertThat(Scans.rules(report)).containsExactly("file.special");
        assertThat(report.coverage().skipped()).containsExactly("pipe: neither file nor folder, not opened");
    }

    @Test
    void a_file_that_takes_the_rights_of_its_owner_is_reported() throws IOException {
        Path file = Scans.write(root, "tool", "#!/bin/sh\n");
        Files.setAttribute(file, "unix:mode", 0104755, LinkOption.NOFOLLOW_LINKS);

        assertThat(Scans.rules(Scans.scan(root))).containsExactly("file.set-id");
    }

    /** The file disappears at each moment in which the scanner looks whether anybody still waits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_file_that_cannot_be_read_fails_closed(int moment) throws IOException {
        Path file = Scans.write(root, "a.txt", "hello");
        AtomicInteger calls = new AtomicInteger();
        CallContext context = Scans.context().cancelledBy(() -> {
            if (calls.incrementAndGet() == moment) {
                delete(file);
            }
            return false;
        });

        ScanReport report = Scans.scanner().scan(context, root);

        assertThat(report.findings())
                .extracting(
                        finding -> finding.rule().id(),
                        finding -> finding.location().toString(),
                        Finding::severity)
                .containsExactly(tuple("coverage.unreadable", "a.txt", Severity.HIGH));
        assertThat(report.coverage().files()).isZero();
        assertThat(report.coverage().skipped()).containsExactly("a.txt: could not be read (NoSuchFileException)");
    }

    @Test
    void a_deadline_a_cancellation_and_an_interrupt_fail_the_scan() throws IOException {
        Scans.write(root, "a.txt", "hello");

        Failure late = failure(Scans.scanner().scan(Scans.context(Scans.NOW), root));
        Failure cancelled = failure(Scans.scanner().scan(Scans.context().cancelledBy(() -> true), root));
        Thread.currentThread().interrupt();
        Failure interrupted = failure(Scans.scan(root));

        assertThat(Thread.interrupted())
                .as("the interrupt stays visible to the caller")
                .isTrue();
        assertThat(late.code()).isEqualTo("scanner.source.deadline");
        assertThat(cancelled.code()).isEqualTo("scanner.source.cancelled");
        assertThat(interrupted).isEqualTo(cancelled);
        assertThat(late.type()).isEqualTo(cancelled.type()).isEqualTo(ErrorType.TIMEOUT);
    }

    @Test
    void a_source_beyond_a_limit_is_not_judged() throws IOException {
        Scans.write(root, "a.txt", "x".repeat(600));
        Scans.write(root, "b.txt", "x".repeat(600));
        StringBuilder deep = new StringBuilder();
        Path tooDeep = root.resolve("deep");
        for (int i = 0; i < 70; i++) {
            deep.append("d/");
        }
        Scans.write(tooDeep, deep + "x.txt", "x");

        Failure bytes = failure(Scans.scanner(Map.of("max-total-bytes", "1024")).scan(Scans.context(), root));
        Failure entries = failure(Scans.scanner(Map.of("max-entries", "2")).scan(Scans.context(), root));
        Failure depth = failure(Scans.scan(tooDeep));

        assertThat(bytes.message()).contains("1024 bytes");
        assertThat(entries.message()).contains("files and folders than 2");
        assertThat(depth.message()).contains("deeper");
        assertThat(bytes.code()).isEqualTo(entries.code()).isEqualTo("scanner.source.too-large");
        assertThat(bytes.retryable()).isFalse();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Failure failure(ScanReport report) {
        assertThat(report.findings()).isEmpty();
        return report.failure().orElseThrow();
    }
}
