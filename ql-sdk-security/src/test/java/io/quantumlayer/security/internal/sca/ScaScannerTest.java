package io.quantumlayer.security.internal.sca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaScannerTest {
    private static final String FOREVER = "{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}]}";

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "2.0-beta8, false",
        "2.0-beta9, true",
        "2.0-rc1, true",
        "2.0, true",
        "2.3, true",
        "2.3.1, false",
        "2.3.2, false",
        "2.4, true",
        "2.12.1, true",
        "2.12.2, false",
        "2.12.4, false",
        "2.13.0-rc1, false",
        "2.13.0, true",
        "2.14.1, true",
        "2.15.0-rc1, true",
        "2.15.0, false",
        "2.17.1, false",
        "1.2.17, false"
    })
    void isRightAtEveryEdgeOfDisjointRanges(String version, boolean affected) throws Exception {
        maven("org.apache.logging.log4j:log4j-core:" + version);
        ScanReport report = scan(Advisories.LOG4SHELL);
        assertThat(report.status()).isEqualTo(ScanStatus.COMPLETED);
        assertThat(!report.findings().isEmpty()).isEqualTo(affected);
    }

    @Test
    void saysWhatWhereHowBadAndWhatMendsIt() throws Exception {
        maven("org.apache.logging.log4j:log4j-core:2.12.1");
        Finding finding = scan(Advisories.LOG4SHELL).findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.rule().aliases()).containsExactly("CVE-2021-44228");
        assertThat(finding.location()).hasToString("gradle.lockfile:1");
        assertThat(finding.location().packageUrl()).isEqualTo("pkg:maven/org.apache.logging.log4j/log4j-core@2.12.1");
        assertThat(finding.message()).contains("mended in 2.12.2");
    }

    @Test
    void judgesEveryShapeOfARange() throws Exception {
        npm("a", "1.5.0");
        assertThat(holds("{\"introduced\": \"0\"}, {\"last_affected\": \"1.5.0\"}"))
                .isTrue();
        assertThat(holds("{\"introduced\": \"0\"}, {\"last_affected\": \"1.4.9\"}"))
                .isFalse();
        assertThat(holds("{\"introduced\": \"2.0.0\"}")).isFalse();
        assertThat(holds("{\"fixed\": \"1.4.0\"}, {\"introduced\": \"1.5.0-rc.1\"}, {\"introduced\": \"0\"}"))
                .isTrue();
        assertThat(holds("{\"introduced\": \"0\"}, {\"limit\": \"1.5.0\"}")).isFalse();
        assertThat(holds("{\"introduced\": \"0\"}, {\"limit\": \"*\"}")).isTrue();
        assertThat(holds("{\"introduced\": \"0\"}, {\"fixed\": \"1.5.0\"}")).isFalse();
    }

    @Test
    void countsWhatCannotBeComparedAsAffected() throws Exception {
        npm("a", "1.5.0");
        String odd = "{\"type\": \"ECOSYSTEM\", \"events\": [{\"introduced\": \"one\"}]}";
        assertThat(scan(Advisories.of("X-1", "npm", "a", odd)).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("cannot be compared"));
    }

    @Test
    void readsListedVersionsAndNormalizedNames() throws Exception {
        Files.writeString(root.resolve("requirements.txt"), "Zope_Interface==5.0\n");
        String listed = """
            {"id": "PYSEC-1", "modified": "x", "affected": [
             {"package": {"ecosystem": "PyPI", "name": "zope.interface"}, "versions": ["5.0"]}]}\
            """;
        assertThat(scan(listed).findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
            assertThat(f.message()).contains("nobody rated it");
        });
    }

    @Test
    void leavesOutWithdrawnAdvisoriesAndMergesAliases() throws Exception {
        npm("a", "1.0.0");
        String withdrawn = with("\"withdrawn\": \"2030-01-02T00:00:00Z\"", "GHSA-1");
        assertThat(scan(withdrawn).findings()).isEmpty();
        String one = Advisories.of("CVE-1", "npm", "a", FOREVER);
        String two = with("\"aliases\": [\"CVE-1\"]", "GHSA-2");
        String three = Advisories.of("GHSA-3", "npm", "a", FOREVER);
        assertThat(scan(one, two, three).findings())
                .extracting(f -> f.rule().id() + f.rule().aliases())
                .containsExactly("GHSA-2[CVE-1]", "GHSA-3[]");
    }

    private static String with(String field, String id) {
        return Advisories.of(id, "npm", "a", FOREVER).replace("\"summary\"", field + ", \"summary\"");
    }

    @Test
    void neverTakesNothingForAnAllClear() throws Exception {
        assertThat(scan(Advisories.LOG4SHELL).status()).isEqualTo(ScanStatus.NOT_APPLICABLE);
        Files.writeString(root.resolve("package-lock.json"), "{\"lockfileVersion\": 3, \"packages\": {}}");
        assertFailed("scanner.sca.no-packages", scan(Advisories.LOG4SHELL));
        Files.writeString(root.resolve("package-lock.json"), "{");
        assertFailed("scanner.sca.unreadable", scan(Advisories.LOG4SHELL));
        npm("a", "1.0.0");
        assertFailed("scanner.sca.empty", scan());
        assertFailed("scanner.sca.unreadable", scan("{\"id\": "));
        assertFailed("scanner.sca.unreadable", scan("{\"name\": \"not an advisory\"}"));
        assertThat(ScaScanner.of("", "").scan(context(), root).status()).isEqualTo(ScanStatus.NOT_ENABLED);
    }

    @Test
    void readsAdvisoriesFromAZip() throws Exception {
        npm("a", "1.0.0");
        Path zip = Files.createTempDirectory(root.getParent(), "zip").resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("GHSA-1.json"));
            out.write(Advisories.of("GHSA-1", "npm", "a", FOREVER).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(ScaScanner.of(zip.toString(), "").scan(context(), root).findings())
                .hasSize(1);
    }

    @Test
    void refusesSettingsThatLeadNowhere() {
        assertThatThrownBy(() -> ScaScanner.of(root.resolve("none").toString(), ""))
                .isInstanceOf(QuantumLayerException.class);
        assertThatThrownBy(() -> ScaScanner.of("", "ftp://x")).isInstanceOf(QuantumLayerException.class);
        assertThatThrownBy(() -> ScaScanner.of(root.toString(), "http://x")).isInstanceOf(QuantumLayerException.class);
    }

    static CallContext context() {
        RunId run = new RunId(new ApplicationId("tenant", "todo"), "0".repeat(26));
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        return CallContext.of(run, "k".repeat(26), now.plusSeconds(60), Clock.fixed(now, ZoneOffset.UTC));
    }

    private boolean holds(String events) throws IOException {
        String range = "{\"type\": \"SEMVER\", \"events\": [" + events + "]}";
        return !scan(Advisories.of("X-1", "npm", "a", range)).findings().isEmpty();
    }

    private ScanReport scan(String... advisories) throws IOException {
        Path data = Advisories.folder(Files.createTempDirectory(root.getParent(), "data"), advisories);
        return ScaScanner.of(data.toString(), "").scan(context(), root);
    }

    private void maven(String coordinates) throws IOException {
        Files.writeString(root.resolve("gradle.lockfile"), coordinates + "=runtimeClasspath\n");
    }

    private void npm(String name, String version) throws IOException {
        Files.writeString(root.resolve("package-lock.json"), """
            {"lockfileVersion": 3, "packages": {"node_modules/%s": {"version": "%s"}}}\
            """.formatted(name, version));
    }

    private static void assertFailed(String code, ScanReport report) {
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure())
                .hasValueSatisfying(f -> assertThat(f.code()).isEqualTo(code));
        assertThat(List.of(report.findings())).containsExactly(List.of());
    }
}
