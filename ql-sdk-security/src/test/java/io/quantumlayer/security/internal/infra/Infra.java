package io.quantumlayer.security.internal.infra;

import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.security.signing.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes infrastructure files and scans them, the way core does. */
final class Infra {
    private Infra() {}

    static ScanReport scan(Path folder) {
        return new InfraScanner().scan(Calls.now(), folder);
    }

    static Path write(Path root, String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    static List<String> rules(ScanReport report) {
        return report.findings().stream()
                .map(finding -> finding.rule().id())
                .distinct()
                .toList();
    }
}
