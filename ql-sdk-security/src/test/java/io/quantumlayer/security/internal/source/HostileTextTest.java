package io.quantumlayer.security.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.ScanReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of ten megabytes, made to cost as much as possible, end within two seconds of processor time. */
final class HostileTextTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int TRIES = 4;
    private static final int LENGTH = 10_000_000;
    private static final Map<String, String> WHOLE = Map.of("max-file-bytes", "16777216");

    @TempDir
    Path root;

    static Stream<String> lines() {
        List<String> words = RuleSheet.rules("text-rules.txt").stream()
                .flatMap(entry -> entry.words("starts").stream())
                .toList();
        return Stream.of("a", "eyJ", "password=\"", "curl x | ", "token = \"abcdefgh1234\" ", String.join("", words));
    }

    /** Lets the compiler of a busy machine catch up first, so that the scan is measured and not the interpreter. */
    @BeforeAll
    static void warmUp(@TempDir Path folder) throws IOException {
        for (String unit : lines().toList()) {
            Scans.write(folder, "a.sh", unit.repeat(LENGTH / 10 / unit.length()));
            Scans.scanner(WHOLE).scan(Scans.context(), folder);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void costs_time_in_proportion_to_its_length(String unit) throws IOException {
        Scans.write(root, "a.sh", unit.repeat(LENGTH / unit.length()));

        Duration spent = scanned();
        for (int again = 0; again < TRIES && spent.compareTo(LIMIT) >= 0; again++) {
            spent = scanned();
        }
        assertThat(spent).isLessThan(LIMIT);
    }

    /** The processor's time of one scan; a neighbour on the same core makes it longer than the scan is. */
    private Duration scanned() {
        long before = processorTime();
        ScanReport report = Scans.scanner(WHOLE).scan(Scans.context(), root);
        Duration spent = Duration.ofNanos(processorTime() - before);
        assertThat(report.failure()).isEmpty();
        assertThat(report.coverage().bytes()).isGreaterThan(LENGTH * 9L / 10);
        return spent;
    }

    @Test
    void a_line_too_crowded_to_be_judged_is_an_alarm_and_stands_in_the_coverage() throws IOException {
        Scans.write(root, "a.txt", "secret: ".repeat(500_000) + "gh" + "p_" + new Drawn(1).letters(36));

        ScanReport report = Scans.scanner(WHOLE).scan(Scans.context(), root);

        assertThat(Scans.severe(report)).hasSize(1);
        assertThat(Scans.rules(report)).containsExactly("coverage.crowded");
        assertThat(report.coverage().files()).isZero();
        assertThat(report.coverage().skipped()).containsExactly("a.txt: judged only in part");
    }

    @Test
    void a_secret_at_the_end_of_a_long_line_is_seen() throws IOException {
        Scans.write(root, "bundle.js", "var a=1;".repeat(LENGTH / 8) + "\"gh" + "p_" + new Drawn(1).letters(36) + "\"");

        assertThat(Scans.rules(Scans.scanner(WHOLE).scan(Scans.context(), root)))
                .containsExactly("secret.github-token");
        Files.delete(root.resolve("bundle.js"));
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
