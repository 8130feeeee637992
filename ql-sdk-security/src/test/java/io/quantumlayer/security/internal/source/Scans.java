package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes files and scans them, the way core does. */
final class Scans {
    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private Scans() {}

    static CallContext context() {
        return context(NOW.plusSeconds(60));
    }

    static CallContext context(Instant deadline) {
        RunId run = new RunId(new ApplicationId("tenant", "todo"), "0".repeat(26));
        return CallContext.of(run, "k".repeat(26), deadline, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static SourceScanner scanner() {
        return scanner(Map.of());
    }

    static SourceScanner scanner(Map<String, String> settings) {
        return new SourceScanner(ScanLimits.of(settings));
    }

    static ScanReport scan(Path folder) {
        return scanner().scan(context(), folder);
    }

    static Path write(Path root, String path, String content) throws IOException {
        return write(root, path, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path root, String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    static List<String> rules(ScanReport report) {
        return report.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    static List<Finding> severe(ScanReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.HIGH))
                .toList();
    }
}
