package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets apart what scanners of source see in the libraries that a build fetched: nobody reviews a wheel's compiled parts
 * as source, and whether a package is bad is asked of it as a package. What the source itself holds counts as ever, and
 * so does what is about a package. Used by one scan.
 */
final class InstalledLibraries {
    private static final String IN_ARCHIVE = "!/";

    private final Path source;
    private final List<String> notes = new ArrayList<>();

    InstalledLibraries(Path source) {
        this.source = source;
    }

    ScanReport apart(ScanReport report) {
        List<Finding> counted =
                report.findings().stream().filter(each -> !isFetched(each)).toList();
        int apart = report.findings().size() - counted.size();
        if (apart == 0) {
            return report;
        }
        notes.add(apart + " findings of " + report.scanner()
                + " lie within fetched libraries, which are judged as packages");
        return new ScanReport(
                report.scanner(),
                report.status(),
                counted,
                report.coverage(),
                report.failure().orElse(null));
    }

    /** Returns what was set apart, one sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private boolean isFetched(Finding finding) {
        String path = finding.location().path();
        int archive = path.indexOf(IN_ARCHIVE);
        String file = archive < 0 ? path : path.substring(0, archive);
        return finding.location().packageUrl().isEmpty()
                && ImagePlan.LIBRARIES.stream().anyMatch(file::startsWith)
                && !Files.exists(source.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }
}
