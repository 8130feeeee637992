package io.quantumlayer.samples.systemtests;

import static io.quantumlayer.samples.systemtests.Liar.answer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that stand in for the engines and lie: none of them gets a source through the gate. */
@DisabledOnOs(OS.WINDOWS)
class ScannerHonestyTest {
    @TempDir
    Path folder;

    private Path source;

    /** What each engine's own language makes possible. */
    enum Program {
        BANDIT("bandit.B105", 1) {
            @Override
            String says(String errors, String results, String seen) {
                return "{\"errors\": [" + errors + "], \"results\": [" + results + "], \"metrics\": {" + seen + "}}";
            }

            @Override
            String result(String path) {
                return "{\"filename\": \"" + path + "\", \"test_id\": \"B105\", \"issue_severity\": \"HIGH\","
                        + " \"issue_confidence\": \"HIGH\", \"issue_text\": \"Possible hardcoded password: hunter2\","
                        + " \"line_number\": 1, \"col_offset\": 0, \"issue_cwe\": {\"id\": 259}}";
            }

            @Override
            String seen(String path) {
                return "\"" + path + "\": {}";
            }
        },
        SEMGREP("semgrep.python.weak", 0) {
            @Override
            String says(String errors, String results, String seen) {
                return "{\"version\": \"1\", \"errors\": [" + errors + "], \"results\": [" + results
                        + "], \"paths\": {\"scanned\": [" + seen + "]}}";
            }

            @Override
            String result(String path) {
                return "{\"path\": \"" + path
                        + "\", \"check_id\": \"python.weak\", \"start\": {\"line\": 1, \"col\": 1},"
                        + " \"extra\": {\"message\": \"weak\", \"severity\": \"ERROR\","
                        + " \"metadata\": {\"cwe\": \"CWE-259\"}}}";
            }

            @Override
            String seen(String path) {
                return "\"" + path + "\"";
            }
        };

        static final String APP = "$last/app.py";
        private static final String CONTROL = "$control";

        final String rule;
        private final int exitOnFindings;

        Program(String rule, int exitOnFindings) {
            this.rule = rule;
            this.exitOnFindings = exitOnFindings;
        }

        abstract String says(String errors, String results, String seen);

        abstract String result(String path);

        abstract String seen(String path);

        String setting() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String bothSeen() {
            return seen(APP) + ", " + seen(CONTROL);
        }

        private String ends(String json, int exitCode) {
            return answer(json) + "\nexit " + exitCode;
        }

        String clean() {
            return ends(says("", result(CONTROL), bothSeen()), exitOnFindings);
        }

        String guilty() {
            return ends(says("", result(CONTROL) + ", " + result(APP), bothSeen()), exitOnFindings);
        }

        List<Liar> liars() {
            List<Liar> liars = new ArrayList<>(Liar.OF_ANY_KIND);
            String error = "{\"filename\": \"" + APP + "\", \"type\": \"Timeout\"}";
            liars.add(new Liar("ends well with an error", ends(says(error, "", bothSeen()), 0), "proves nothing"));
            liars.add(new Liar("looks at nothing", ends(says("", "", ""), 0), "did not look at 2 of 2 files"));
            liars.add(new Liar(
                    "leaves a file out",
                    ends(says("", result(CONTROL), seen(CONTROL)), exitOnFindings),
                    "did not look at 1 of 2 files"));
            liars.add(new Liar("is blind", ends(says("", "", bothSeen()), 0), "did not see the weakness"));
            liars.add(new Liar(
                    "finds, and ends against its habit",
                    ends(says("", result(CONTROL), bothSeen()), 1 - exitOnFindings),
                    "ended with " + (1 - exitOnFindings)));
            liars.add(new Liar(
                    "speaks of a file elsewhere",
                    ends(says("", result(CONTROL) + ", " + result("/etc/passwd"), bothSeen()), exitOnFindings),
                    "outside the source"));
            liars.add(new Liar(
                    "speaks of a file that is not there",
                    ends(says("", result(CONTROL) + ", " + result("$last/no.py"), bothSeen()), exitOnFindings),
                    "not in the source"));
            liars.add(new Liar(
                    "rates in a word of its own",
                    ends(says("", result(CONTROL).replaceAll("HIGH|ERROR", "FINE"), bothSeen()), exitOnFindings),
                    "no known word"));
            liars.add(new Liar(
                    "names twice",
                    ends(says("", result(CONTROL), bothSeen()).replace("{\"", "{\"errors\": [], \""), exitOnFindings),
                    "no JSON"));
            return liars;
        }
    }

    static Stream<Arguments> liars() {
        return Stream.of(Program.values())
                .flatMap(program -> program.liars().stream().map(liar -> Arguments.of(program, liar)));
    }

    @BeforeEach
    void writeSource() throws IOException {
        source = LentScanners.write(folder.resolve("source"), Map.of("app.py", "print(1)\n"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("liars")
    void aLieProvesNothing(Program program, Liar liar) throws IOException {
        ScanResult result = scan(program, script(liar.program()).toString());
        assertThat(result.gate().allowed()).isFalse();
        assertThat(result.gate().reasons())
                .anyMatch(reason -> reason.startsWith("not proved: sast") && reason.contains(liar.told()));
        assertThat(SarifLog.of(result)).contains("\"executionSuccessful\" : false");
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMissingProgramProvesNothing(Program program) throws IOException {
        ScanResult result = scan(program, folder.resolve("none").toString());
        assertThat(result.gate().allowed()).isFalse();
        assertThat(result.gate().reasons())
                .anyMatch(reason -> reason.startsWith("not proved: sast") && reason.contains("there is no program"));
    }

    @ParameterizedTest
    @EnumSource
    void aProgramThatCannotStartProvesNothing(Program program) throws IOException {
        ScanResult result = scan(program, script("#!/no/such/interpreter\n").toString());
        assertThat(result.gate().allowed()).isFalse();
        assertThat(result.gate().reasons()).anyMatch(reason -> reason.startsWith("not proved: sast"));
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anHonestProgramIsBelieved(Program program) throws IOException {
        ScanResult clean = scan(program, script(Liar.program(program.clean())).toString());
        assertThat(clean.gate().allowed()).as(clean.toString()).isTrue();
        ScanResult guilty = scan(program, script(Liar.program(program.guilty())).toString());
        ScanReport report = guilty.reports().get(1);
        assertThat(report.status()).isEqualTo(ScanStatus.COMPLETED);
        assertThat(report.coverage().files()).isOne();
        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().get(0);
        assertThat(finding.rule().id()).isEqualTo(program.rule);
        assertThat(finding.location()).hasToString("app.py:1");
        assertThat(report.toString()).doesNotContain("hunter2");
        assertThat(guilty.gate().allowed()).isFalse();
    }

    private ScanResult scan(Program program, String path) throws IOException {
        try (QuantumLayer ql = QuantumLayerBuilder.create()
                .discovery(false)
                .home(folder.resolve("home"))
                .addScanner(new SourceScannerFactory())
                .addScanner(new SastScannerFactory())
                .setting("sast", program.setting(), path)
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

    private Path script(String text) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path script = Files.writeString(tools.resolve("tool.sh"), text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
