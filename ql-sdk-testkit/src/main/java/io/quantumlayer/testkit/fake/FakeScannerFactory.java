package io.quantumlayer.testkit.fake;

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
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.api.spi.scanner.ScannerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Creates a scanner that reads every plain file and finds exactly the word {@link #GUILTY}. Immutable. */
public final class FakeScannerFactory implements ScannerFactory {
    /** The word whose presence in a file is a finding. */
    public static final String GUILTY = "FAKE-FINDING";

    private static final int LARGEST = 1 << 20;
    private final String id;
    private final Severity severity;

    private FakeScannerFactory(String id, Severity severity) {
        this.id = Objects.requireNonNull(id, "id");
        this.severity = Objects.requireNonNull(severity, "severity");
    }

    /**
     * Creates a factory whose findings are HIGH.
     *
     * @param id the scanner's id
     * @return the factory
     */
    public static FakeScannerFactory of(String id) {
        return new FakeScannerFactory(id, Severity.HIGH);
    }

    /**
     * Sets how bad a finding is.
     *
     * @param value the severity
     * @return a copy
     */
    public FakeScannerFactory severity(Severity value) {
        return new FakeScannerFactory(id, value);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Scanner create(ExtensionContext context) {
        return new FakeScanner(id, severity);
    }

    /** Reads what it can, names what it left out. */
    private record FakeScanner(String id, Severity severity) implements Scanner {
        @Override
        public ScanReport scan(CallContext context, Path source) {
            List<Finding> findings = new ArrayList<>();
            List<String> skipped = new ArrayList<>();
            int files = 0;
            long bytes = 0;
            try (Stream<Path> walk = Files.walk(source)) {
                for (Path path : walk.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .toList()) {
                    String name = source.relativize(path).toString();
                    if (readable(path)) {
                        byte[] content = Files.readAllBytes(path);
                        files++;
                        bytes += content.length;
                        findings.addAll(look(name, content));
                    } else {
                        skipped.add(name);
                    }
                }
            } catch (IOException e) {
                return ScanReport.failed(id, Failure.of(ErrorType.RESOURCE, "fake.unreadable", "the source is gone"));
            }
            return ScanReport.completed(id, findings, new Coverage(files, bytes, skipped));
        }

        private static boolean readable(Path path) throws IOException {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= LARGEST;
        }

        private List<Finding> look(String name, byte[] content) {
            boolean guilty = new String(content, StandardCharsets.ISO_8859_1).contains(GUILTY);
            Rule rule = Rule.of("fake-rule", severity, "the file holds the guilty word");
            String fingerprint = Digest.of(id + name).hex();
            return guilty ? List.of(Finding.of(fingerprint, rule, Location.of(name))) : List.of();
        }
    }
}
