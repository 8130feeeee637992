package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.security.SarifLog;
import io.quantumlayer.security.SastScannerFactory;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that stand in for bandit and lie: none of them gets a source through the gate. */
@DisabledOnOs(OS.WINDOWS)
class SastHonestyTest {
    private static final String HEAD = """
        #!/bin/sh
        while [ $# -gt 0 ]; do
          if [ "$1" = --output ]; then out=$2; fi
          last=$1
          shift
        done
        """;
    private static final String CLEAN = "{\"errors\": [], \"results\": [], \"metrics\": {\"'$last'/app.py\": {}}}";
    private static final String GUILTY = "{\"errors\": [], \"metrics\": {\"'$last'/app.py\": {}}, \"results\": ["
            + "{\"filename\": \"'$last'/app.py\", \"test_id\": \"B105\", \"issue_severity\": \"HIGH\","
            + " \"issue_confidence\": \"HIGH\", \"issue_text\": \"Possible hardcoded password: hunter2\","
            + " \"line_number\": 1, \"col_offset\": 0, \"issue_cwe\": {\"id\": 259}}]}";

    @TempDir
    Path folder;

    private Path source;

    record Lie(String name, String script, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                new Lie("hangs", "sleep 600", "did not end in time"),
                new Lie("crashes", "kill -9 $$", "proves nothing"),
                new Lie("says nothing", "exit 0", "wrote nothing"),
                new Lie("writes nothing", ": > \"$out\"", "wrote nothing"),
                new Lie("writes no JSON", "echo all clear > \"$out\"", "no JSON"),
                new Lie("writes another format", write("{\"vulnerabilities\": []}"), "no list"),
                new Lie(
                        "ends well with an error",
                        write("{\"errors\": [{\"filename\": \"'$last'/app.py\"}], \"results\": [], \"metrics\": {}}"),
                        "could not read"),
                new Lie(
                        "looks at nothing",
                        write("{\"errors\": [], \"results\": [], \"metrics\": {\"_totals\": {}}}"),
                        "did not look at 1 of 1 files"),
                new Lie("finds and ends well", write(GUILTY), "contradicts"),
                new Lie("finds nothing and ends badly", write(CLEAN) + "\nexit 1", "contradicts"),
                new Lie(
                        "speaks of other files",
                        write(GUILTY.replace("\"filename\": \"'$last'/app.py\"", "\"filename\": \"/etc/passwd\""))
                                + "\nexit 1",
                        "outside the source"),
                new Lie("writes too much", "head -c 70000000 /dev/zero > \"$out\"", "wrote more than"));
    }

    @BeforeEach
    void writeSource() throws IOException {
        source = LentScanners.write(folder.resolve("source"), Map.of("app.py", "print(1)\n"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aLieProvesNothing(Lie lie) throws IOException {
        ScanResult result = scan(script(lie.script()).toString());
        assertThat(result.gate().allowed()).isFalse();
        assertThat(result.gate().reasons())
                .anyMatch(reason -> reason.startsWith("not proved: sast") && reason.contains(lie.told()));
        assertThat(SarifLog.of(result)).contains("\"executionSuccessful\" : false");
        assertThat(left()).isEmpty();
    }

    @Test
    void aMissingProgramProvesNothing() throws IOException {
        ScanResult result = scan(folder.resolve("none").toString());
        assertThat(result.gate().reasons()).anyMatch(reason -> reason.startsWith("not proved: sast"));
    }

    @Test
    void anHonestProgramIsBelieved() throws IOException {
        ScanResult clean = scan(script(write(CLEAN)).toString());
        assertThat(clean.gate().allowed()).as(clean.toString()).isTrue();
        ScanReport guilty =
                scan(script(write(GUILTY) + "\nexit 1").toString()).reports().get(1);
        assertThat(guilty.status()).isEqualTo(ScanStatus.COMPLETED);
        Finding finding = guilty.findings().get(0);
        assertThat(finding.rule().id()).isEqualTo("bandit.B105");
        assertThat(finding.location()).hasToString("app.py:1");
        assertThat(guilty.toString()).doesNotContain("hunter2");
    }

    private ScanResult scan(String program) throws IOException {
        try (QuantumLayer ql = QuantumLayerBuilder.create()
                .discovery(false)
                .home(folder.resolve("home"))
                .addScanner(new SourceScannerFactory())
                .addScanner(new SastScannerFactory())
                .setting("sast", "bandit", program)
                .setting(
                        "sast",
                        "readable",
                        Files.createDirectories(folder.resolve("tools")).toString())
                .setting("sast", "timeout", "3")
                .build()) {
            return ql.scan(source);
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("home/sast"))) {
            return left.toList();
        }
    }

    private static String write(String json) {
        return "printf '%s' '" + json + "' > \"$out\"";
    }

    private Path script(String body) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path script = Files.writeString(tools.resolve("tool.sh"), HEAD + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
