package io.quantumlayer.samples.customscanner;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.scanner.Scanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for host names of one domain in every small text file. */
final class HostNameScanner implements Scanner {
    private static final long MAX_BYTES = 1024 * 1024;
    private static final Rule RULE = Rule.of(
            "company.inner-host",
            Severity.HIGH,
            "names a host of the inner network; take the address from the environment instead");

    private final String domain;

    HostNameScanner(String domain) {
        this.domain = "." + domain.toLowerCase(Locale.ROOT);
    }

    @Override
    public String id() {
        return "host-names";
    }

    @Override
    public ScanReport scan(CallContext context, Path source) {
        Reading reading = new Reading();
        try (Stream<Path> walk = Files.walk(source)) {
            List<Path> files = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            for (Path file : files) {
                reading.read(source.relativize(file).toString().replace('\\', '/'), file);
            }
        } catch (IOException e) {
            return ScanReport.failed(id(), Failure.of(ErrorType.DEPENDENCY, "host-names.read", e.toString()));
        }
        return ScanReport.completed(
                id(), reading.findings, new Coverage(reading.files, reading.bytes, reading.skipped));
    }

    /** What was read and seen so far. */
    private final class Reading {
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int files;
        private long bytes;

        void read(String path, Path file) throws IOException {
            if (Files.size(file) > MAX_BYTES) {
                skipped.add(path + ": larger than 1 MiB");
                return;
            }
            String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
            files++;
            bytes += Files.size(file);
            for (int line = 0; line < lines.length; line++) {
                int column = lines[line].toLowerCase(Locale.ROOT).indexOf(domain);
                if (column >= 0) {
                    String print =
                            Digest.of(RULE.id() + path + line + lines[line]).hex();
                    findings.add(Finding.of(print, RULE, Location.of(path, line + 1, column + 1)));
                }
            }
        }
    }
}
