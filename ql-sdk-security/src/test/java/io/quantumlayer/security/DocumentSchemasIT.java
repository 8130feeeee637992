package io.quantumlayer.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.sbom.ImageSbom;
import io.quantumlayer.security.sbom.Sbom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every document that is written, judged by the published schemas and by what others wrote to read it. */
class DocumentSchemasIT {
    private static final String CYCLONEDX = """
            import sys
            from cyclonedx.schema import SchemaVersion
            from cyclonedx.validation.json import JsonStrictValidator
            fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1]).read())
            sys.exit(str(fault) if fault else 0)
            """;
    private static final String OPENVEX = """
            import sys
            from pydantic import ValidationError
            from vexipy import Document
            try:
                document = Document.from_json(open(sys.argv[1]).read())
            except ValidationError as fault:
                sys.exit(str(fault))
            sys.exit(0 if document.statements else 'no statement')
            """;
    private static final Rule HOLE = new Rule(
            "GHSA-xxxx-yyyy-zzzz",
            Severity.CRITICAL,
            "a made-up hole",
            List.of("CVE-2030-1"),
            "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");

    @TempDir
    Path folder;

    private Sbom sbom;

    @BeforeEach
    void listAFolder() throws IOException {
        Path source = Files.createDirectory(folder.resolve("größe & co"));
        Files.writeString(source.resolve("requirements.txt"), "flask==3.1.0\nnot pinned\n");
        Files.writeString(source.resolve("requirements-dev.txt"), "pytest==9.0.0\n");
        Files.writeString(source.resolve("gradle.lockfile"), "org.acme:part:1.0=runtimeClasspath\nempty=\n");
        Files.writeString(source.resolve("package-lock.json"), """
                {"lockfileVersion": 3, "packages": {
                  "node_modules/@scope/a": {"version": "1.2.3"}, "node_modules/b": {"version": "0.1.0", "dev": true}}}
                """);
        sbom = ImageSbom.of(source);
        assertThat(sbom.components()).hasSize(5);
        assertThat(sbom.gaps()).isNotEmpty();
    }

    @Test
    void cycloneDxFitsItsSchemaStrictly() throws Exception {
        Judge judge = Judge.python("cyclonedx", CYCLONEDX, folder);
        assertThat(judge.says(sbom.toCycloneDx())).isEmpty();
        assertThat(judge.says(sbom.toCycloneDx().replace("\"excluded\"", "\"sometimes\"")))
                .contains("sometimes");
    }

    @Test
    void spdxIsValid() throws Exception {
        Judge judge = Judge.program("spdx-tools", "pyspdxtools", List.of("--infile"), folder);
        String text = sbom.toSpdx(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(judge.says(text)).isEmpty();
        assertThat(judge.says(text.replace("\"DESCRIBES\"", "\"PRAISES\""))).contains("PRAISES");
    }

    @Test
    void sarifFitsItsSchema() throws Exception {
        Judge judge = Judge.schema("sarif-schema", "lib/schemas/sarif-2.1.0-rtm.5.json", folder);
        String text = SarifLog.of(result());
        assertThat(judge.says(text)).isEmpty();
        assertThat(judge.says(text.replace("\"error\"", "\"dreadful\""))).contains("dreadful");
    }

    @Test
    void openVexIsUnderstood() throws Exception {
        Judge judge = Judge.python("vexipy", OPENVEX, folder);
        OpenVexDocument.Header header = new OpenVexDocument.Header(
                "security@example.org", "pkg:generic/todo@1", Instant.parse("2030-01-01T00:00:00Z"));
        String text = OpenVexDocument.of(header, result()).orElseThrow();
        assertThat(judge.says(text)).isEmpty();
        assertThat(judge.says(text.replace("\"affected\"", "\"perhaps\""))).contains("perhaps");
    }

    private static ScanResult result() {
        Location line = Location.of("src/größe#1.txt", 3, 7).about("pkg:npm/a@1");
        Location whole = Location.of("a:b");
        ScanReport completed = ScanReport.completed(
                "sca",
                List.of(
                        Finding.of("one", HOLE, line),
                        Finding.of("two", Rule.of("file.link", Severity.LOW, "a link"), whole)),
                new Coverage(2, 10, List.of("x: too large")));
        ScanReport failed =
                ScanReport.failed("sast", Failure.of(ErrorType.DEPENDENCY, "scanner.sast.missing", "there is none"));
        return new ScanResult(
                List.of(completed, failed, ScanReport.notEnabled("x", "set y")),
                new GateDecision(false, List.of("because")));
    }
}
