package io.quantumlayer.core.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledLibrariesTest {
    @TempDir
    Path source;

    @Test
    void onlyWhatTheBuildFetchedIsSetApart() throws Exception {
        Files.writeString(Files.createDirectory(source.resolve("lib")).resolve("own.so"), "of the source");
        ScanReport report = ScanReport.completed(
                "scanner",
                List.of(
                        at(Location.of("lib/fetched.so")),
                        at(Location.of("lib/fetched.jar!/inner.so")),
                        at(Location.of("lib/own.so")),
                        at(Location.of("lib/fetched.so").about("pkg:pypi/bad@1")),
                        at(Location.of("app/made.so"))),
                new Coverage(5, 5, List.of()));
        InstalledLibraries libraries = new InstalledLibraries(source);

        assertThat(libraries.apart(report).findings())
                .extracting(each -> each.location().path() + each.location().packageUrl())
                .containsExactly("lib/own.so", "lib/fetched.sopkg:pypi/bad@1", "app/made.so");
        assertThat(libraries.notes()).singleElement().asString().startsWith("2 findings of scanner");
    }

    @Test
    void aFailedScanStaysAFailedScan() {
        ScanReport failed = ScanReport.notEnabled("scanner", "a setting");
        assertThat(new InstalledLibraries(source).apart(failed)).isSameAs(failed);
    }

    private static Finding at(Location location) {
        return Finding.of("print", new Rule("file.executable", Severity.HIGH, "a program", List.of(), ""), location);
    }
}
