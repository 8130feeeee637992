package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.TrivyScannerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner {@code trivy} with the program as it is. */
class TrivyIT {
    private static final Map<String, String> BAD = Map.of(
            "Dockerfile", "FROM debian:12\nUSER root\n#trivy:ignore:DS-0002\nCMD [\"/bin/true\"]\n",
            "pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: app, namespace: app}
            spec:
              containers:
                - name: app
                  image: example.org/app:1.0
                  securityContext: {privileged: true}
            """,
            "main.tf", """
            resource "aws_security_group_rule" "in" {
              type        = "ingress"
              from_port   = 22
              to_port     = 22
              protocol    = "tcp"
              cidr_blocks = ["0.0.0.0/0"]
            }
            """,
            "stack.yaml", """
            AWSTemplateFormatVersion: "2010-09-09"
            Resources:
              Files:
                Type: AWS::S3::Bucket
                Properties:
                  AccessControl: PublicRead
            """);
    private static final Map<String, String> SAFE = Map.of(
            "Dockerfile", "FROM debian:12\nUSER 10001\nHEALTHCHECK CMD true\nCMD [\"/bin/true\"]\n",
            "readme.txt", "trivy:ignore stands here as a word\n");

    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void program() {
        program = Optional.ofNullable(System.getenv("QL_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "ql-peers"))
                .resolve("bin/trivy");
        assumeTrue(Files.isExecutable(program), "trivy is missing; .ci/peers trivy installs it");
    }

    @Test
    void seesFaultsInFilesOfInfrastructure() throws Exception {
        ScanResult result = scan(BAD, sha256());
        ScanReport report = result.reports().get(0);
        assertThat(report.status()).as(report.toString()).isEqualTo(ScanStatus.COMPLETED);
        Set<String> bad = report.findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.HIGH))
                .map(Finding::location)
                .map(place -> place.path())
                .collect(Collectors.toSet());
        assertThat(bad).as(report.toString()).isEqualTo(BAD.keySet());
        assertThat(result.gate().allowed()).isFalse();
    }

    @Test
    void letsWhatIsSafePass() throws Exception {
        ScanResult result = scan(SAFE, sha256());
        assertThat(result.gate().allowed()).as(result.toString()).isTrue();
        assertThat(result.reports().get(0).coverage().files()).isEqualTo(SAFE.size());
        assertThat(result.reports().get(0).coverage().skipped()).contains("packages: trivy.database is not set");
    }

    @Test
    void doesNotRunAProgramThatIsNotPinned() throws Exception {
        ScanResult result = scan(SAFE, Digest.of("another").hex());
        assertThat(result.gate().reasons())
                .anyMatch(reason -> reason.startsWith("not proved: trivy") && reason.contains("is not the one"));
    }

    private ScanResult scan(Map<String, String> files, String sha256) throws IOException {
        Path source = LentScanners.write(folder.resolve("source"), files);
        try (QuantumLayer ql = QuantumLayerBuilder.create()
                .discovery(false)
                .home(folder.resolve("home"))
                .addScanner(new TrivyScannerFactory())
                .setting("trivy", "program", program.toString())
                .setting("trivy", "sha256", sha256)
                .build()) {
            return ql.scan(source);
        }
    }

    private String sha256() throws IOException {
        MessageDigest digest = Digest.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(program)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
