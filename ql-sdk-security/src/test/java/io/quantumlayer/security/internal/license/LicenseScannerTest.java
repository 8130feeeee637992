package io.quantumlayer.security.internal.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.signing.Calls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenseScannerTest {
    private static final String LOCK = """
            {"lockfileVersion": 3, "packages": {
              "": {"name": "app"},
              "node_modules/a": {"version": "1.0.0", "license": "MIT"},
              "node_modules/b": {"version": "2.0.0", "license": "(GPL-3.0-only OR ISC)"},
              "node_modules/c": {"version": "3.0.0", "license": "GPL-3.0-or-later"},
              "node_modules/d": {"version": "4.0.0", "license": "SEE LICENSE IN LICENSE"},
              "node_modules/e": {"version": "5.0.0", "dev": true, "license": "AGPL-3.0"},
              "node_modules/f": {"version": "6.0.0", "license": {"type": "Apache 2.0"}}}}
            """;

    @TempDir
    Path folder;

    private ScanReport scan(Map<String, String> settings) {
        return LicenseScanner.of(settings).scan(Calls.now(), source());
    }

    private Path source() {
        return folder.resolve("source");
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<String> lines(ScanReport report) {
        return report.findings().stream()
                .map(f -> f.severity() + " " + f.rule().id() + " " + f.message())
                .toList();
    }

    @Test
    void withoutListsItOnlyReportsAndCountsWhatIsNotKnown() throws IOException {
        write("source/package-lock.json", LOCK);
        ScanReport report = scan(Map.of());
        assertThat(lines(report))
                .containsExactly("INFO license.used AGPL-3.0-only 1, Apache-2.0 1, GPL-3.0-only OR ISC 1, "
                        + "GPL-3.0-or-later 1, MIT 1, UNKNOWN 1");
        assertThat(report.coverage().skipped()).containsExactly("the licence of 1 of 6 packages is not known: d 4.0.0");
    }

    @Test
    void allowListRefusesAllElseAndWhatIsNotKnown() throws IOException {
        write("source/package-lock.json", LOCK);
        assertThat(lines(scan(Map.of("allow", "MIT, Apache-2.0, ISC"))))
                .filteredOn(line -> !line.contains("license.used"))
                .containsExactlyInAnyOrder(
                        "HIGH license.refused c 3.0.0: GPL-3.0-or-later is not allowed",
                        "HIGH license.unknown d 4.0.0: its licence is not known",
                        "MEDIUM license.refused e 5.0.0: AGPL-3.0-only is not allowed"
                                + "; only development needs the package");
    }

    @Test
    void denyListRefusesWhatOffersNoOtherChoice() throws IOException {
        write("source/package-lock.json", LOCK);
        ScanReport report = scan(Map.of("deny", "gpl-3.0-only,GPL-3.0-or-later", "unknown", "report"));
        assertThat(lines(report))
                .filteredOn(line -> !line.contains("license.used"))
                .containsExactly("HIGH license.refused c 3.0.0: GPL-3.0-or-later is not allowed");
        assertThat(report.findings())
                .filteredOn(f -> f.severity() == Severity.HIGH)
                .allMatch(f -> f.location().packageUrl().equals("pkg:npm/c@3.0.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GPL-2.0-only | '' | GPL-2.0-only WITH Classpath-exception-2.0 | false",
                "'' | GPL-2.0-only | GPL-2.0-only WITH Classpath-exception-2.0 | true",
                "GPL-2.0-only WITH Classpath-exception-2.0 | '' | GPL-2.0-only | true",
                "Apache-2.0 WITH LLVM-exception | Apache-2.0 | Apache-2.0 WITH LLVM-exception | false",
                "MIT | '' | MIT AND ISC | true",
                "MIT | '' | MIT OR ISC | false"
            })
    void exceptionsOnlyGrantMore(String allow, String deny, String licence, boolean refused) {
        LicensePolicy policy = LicensePolicy.of(allow, deny, false, new java.util.ArrayList<>());
        assertThat(policy.refuses(LicenseExpression.of(licence).orElseThrow())).isEqualTo(refused);
    }

    @Test
    void readsInstalledNodePackagesOfTheSameVersionOnly() throws IOException {
        write("source/yarn.lock", "# yarn lockfile v1\n\na@^1:\n  version \"1.0.0\"\n\nb@^1:\n  version \"1.0.0\"\n");
        String old = "{\"version\": \"1.0.0\", \"licenses\": [{\"type\": \"MIT\"}, \"ISC\"]}";
        write("source/node_modules/a/package.json", old);
        write("source/node_modules/b/package.json", "{\"version\": \"1.1.0\", \"license\": \"MIT\"}");
        assertThat(lines(scan(Map.of()))).containsExactly("INFO license.used MIT OR ISC 1, UNKNOWN 1");
    }

    @Test
    void readsPythonMetadataInTheSourceAndBesideIt() throws IOException {
        String head = "Metadata-Version: 2.4\nName: %s\nVersion: 1.0\n";
        write("source/lib/a-1.0.dist-info/METADATA", head.formatted("a") + "License-Expression: MIT AND ISC\n");
        write(
                "source/lib/b-1.0.dist-info/METADATA",
                head.formatted("b") + "License: BSD\n"
                        + "Classifier: License :: OSI Approved\nClassifier: License :: OSI Approved :: MIT License\n");
        write(
                "source/lib/c-1.0.dist-info/METADATA",
                head.formatted("c")
                        + "Classifier: License :: OSI Approved :: MIT License\n"
                        + "Classifier: License :: OSI Approved :: ISC License (ISCL)\n\nLicense: MIT\n");
        write("site/D_d-2.0.dist-info/METADATA", "Name: D.d\nVersion: 2.0\nLicense: Apache License 2.0\n");
        write("source/requirements.txt", "d.D==2.0\nother==3.0\n");
        ScanReport report = scan(Map.of("python", folder.resolve("site").toString()));
        assertThat(lines(report)).containsExactly("INFO license.used UNKNOWN 2, Apache-2.0 1, MIT 1, MIT AND ISC 1");
    }

    @Test
    void readsPomsOfJarsAndOfTheRepositoryWithTheirParents() throws IOException {
        jar("a", "<project><licenses><license><name>MIT</name></license></licenses></project>");
        jar("b", "<project><artifactId>b</artifactId></project>");
        write("repository/org/example/b/1.0/b-1.0.pom", """
                <project><parent><groupId>org.example</groupId><artifactId>up</artifactId><version>7</version></parent>
                </project>""");
        write("repository/org/example/up/7/up-7.pom", """
                <project><licenses><license><name>our words</name>
                <url>http://www.apache.org/licenses/LICENSE-2.0.txt</url></license></licenses></project>""");
        assertThat(lines(scan(Map.of()))).containsExactly("INFO license.used MIT 1, UNKNOWN 1");
        assertThat(lines(scan(Map.of("maven", folder.resolve("repository").toString()))))
                .containsExactly("INFO license.used Apache-2.0 1, MIT 1");
    }

    private void jar(String artifact, String pom) throws IOException {
        Path file = source().resolve(artifact + ".jar");
        Files.createDirectories(source());
        String at = "META-INF/maven/org.example/" + artifact + "/";
        String coordinates = "groupId=org.example\nversion=1.0\nartifactId=" + artifact + "\n";
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(at + "pom.properties"));
            zip.write(coordinates.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(at + "pom.xml"));
            zip.write(pom.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void linksAndPathsThatLeaveAreNotFollowed() throws IOException {
        write("outside/package.json", "{\"version\": \"1.0.0\", \"license\": \"MIT\"}");
        String locked = "\n\"%s@^1\":\n  version \"1.0.0\"\n";
        write("source/yarn.lock", "# yarn lockfile v1\n" + locked.formatted("a") + locked.formatted("../../outside"));
        Files.createDirectories(source().resolve("node_modules"));
        Files.createSymbolicLink(source().resolve("node_modules/a"), folder.resolve("outside"));
        assertThat(lines(scan(Map.of()))).allMatch(line -> line.startsWith("INFO license.used UNKNOWN "));
    }

    @Test
    void brokenLockFileIsNoAllClearWhereListsHold() throws IOException {
        write("source/package-lock.json", LOCK);
        write("source/more/package-lock.json", "{");
        ScanReport report = scan(Map.of("deny", "GPL-3.0-only"));
        assertThat(report.status()).isEqualTo(ScanStatus.FAILED);
        assertThat(report.failure().map(Failure::code)).contains("scanner.license.unreadable");
        assertThat(scan(Map.of()).coverage().skipped()).anyMatch(line -> line.startsWith("more/package-lock.json: "));
    }

    @Test
    void filesWithoutPackagesAreNoAllClearWhereListsHold() throws IOException {
        write("source/requirements.txt", "# none\n");
        assertThat(scan(Map.of("deny", "GPL-3.0-only")).failure().map(Failure::code))
                .contains("scanner.license.no-packages");
        assertThat(scan(Map.of()).status()).isEqualTo(ScanStatus.COMPLETED);
    }

    @Test
    void sourceWithoutPackagesIsNotApplicable() throws IOException {
        write("source/Main.java", "class Main {}");
        assertThat(scan(Map.of("allow", "MIT")).status()).isEqualTo(ScanStatus.NOT_APPLICABLE);
    }

    @Test
    void everyMistakeInTheSettingsIsTold() {
        Map<String, String> settings = Map.of(
                "allow", "MIT, BSD", "deny", "MIT, MIT OR ISC", "unknown", "maybe", "maven", "no", "python", "no");
        assertThatThrownBy(() -> LicenseScanner.of(settings))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("'BSD', which is no SPDX id")
                .hasMessageContaining("'MIT OR ISC', which is no SPDX id")
                .hasMessageContaining("both name mit")
                .hasMessageContaining("unknown must be refuse or report")
                .hasMessageContaining("maven is no folder")
                .hasMessageContaining("python is no folder");
    }

    @Test
    void fingerprintsAreStable() throws IOException {
        write("source/package-lock.json", LOCK);
        List<String> before = prints();
        write("source/package-lock.json", "\n\n" + LOCK);
        assertThat(prints()).isEqualTo(before).doesNotHaveDuplicates();
    }

    private List<String> prints() {
        return scan(Map.of("allow", "MIT")).findings().stream()
                .map(Finding::fingerprint)
                .toList();
    }
}
