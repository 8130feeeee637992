package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.SarifLog;
import io.quantumlayer.security.SourceScannerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that stand in for scanners' programs and lie: none of them gets a source through the gate. */
@DisabledOnOs(OS.WINDOWS)
class ScannerHonestyTest {
    @TempDir
    Path folder;

    private Path source;

    static Stream<Arguments> liars() {
        return Stream.of(StandIn.values())
                .flatMap(program -> program.liars().stream().map(liar -> Arguments.of(program, liar)));
    }

    @BeforeEach
    void writeSource() throws IOException {
        source = LentScanners.write(folder.resolve("source"), Map.of("app.py", "print(1)\n"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("liars")
    void aLieProvesNothing(StandIn program, Liar liar) throws IOException {
        ScanResult result = scan(program, script(liar.program()));
        assertUnproved(program, result, liar.told());
        assertThat(SarifLog.of(result)).contains("\"executionSuccessful\" : false");
    }

    @ParameterizedTest
    @EnumSource
    void aMissingProgramProvesNothing(StandIn program) throws IOException {
        Path script = script("#!/bin/sh\n");
        Files.delete(script);
        assertUnproved(program, scan(program, script), "there is no program");
    }

    @ParameterizedTest
    @EnumSource
    void aProgramThatCannotStartProvesNothing(StandIn program) throws IOException {
        assertUnproved(program, scan(program, script("#!/no/such/interpreter\n")), "");
    }

    @Test
    void aProgramThatIsNotThePinnedOneProvesNothing() throws IOException {
        Path script = script(Liar.program(StandIn.TRIVY.clean()));
        Digest pinned = Digest.of("another program");
        assertUnproved(StandIn.TRIVY, scan(StandIn.TRIVY, script, pinned), "is not the one that is pinned");
    }

    @ParameterizedTest
    @EnumSource
    void anHonestProgramIsBelieved(StandIn program) throws IOException {
        ScanResult clean = scan(program, script(Liar.program(program.clean())));
        assertThat(clean.gate().allowed()).as(clean.toString()).isTrue();
        ScanResult guilty = scan(program, script(Liar.program(program.guilty())));
        ScanReport report = guilty.reports().get(1);
        assertThat(report.status()).as(report.toString()).isEqualTo(ScanStatus.COMPLETED);
        assertThat(report.coverage().files()).isOne();
        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().get(0);
        assertThat(finding.rule().id()).isEqualTo(program.rule);
        assertThat(finding.location()).hasToString("app.py:1");
        assertThat(report.toString()).doesNotContain("hunter2");
        assertThat(guilty.gate().allowed()).isFalse();
    }

    private void assertUnproved(StandIn program, ScanResult result, String told) throws IOException {
        assertThat(result.gate().allowed()).isFalse();
        assertThat(result.gate().reasons())
                .anyMatch(reason ->
                        reason.startsWith("not proved: " + program.factory().id()) && reason.contains(told));
        assertThat(left(program)).isEmpty();
    }

    private ScanResult scan(StandIn program, Path path) throws IOException {
        return scan(program, path, Files.exists(path) ? Digest.of(Files.readAllBytes(path)) : Digest.of(""));
    }

    private ScanResult scan(StandIn program, Path path, Digest pinned) {
        QuantumLayerBuilder builder = QuantumLayerBuilder.create()
                .discovery(false)
                .home(folder.resolve("home"))
                .addScanner(new SourceScannerFactory())
                .addScanner(program.factory());
        String id = program.factory().id();
        builder.setting(id, program.setting(), path.toString()).setting(id, "timeout", "3");
        if (program == StandIn.TRIVY) {
            builder.setting(id, "sha256", pinned.hex());
        } else {
            builder.setting(id, "readable", path.getParent().toString());
        }
        try (QuantumLayer ql = builder.build()) {
            return ql.scan(source);
        }
    }

    private List<Path> left(StandIn program) throws IOException {
        Path home = folder.resolve("home").resolve(program.factory().id());
        if (!Files.exists(home)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(home)) {
            return left.toList();
        }
    }

    private Path script(String text) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path script = Files.writeString(tools.resolve("tool.sh"), text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
