package io.quantumlayer.security.internal.policy;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.security.internal.text.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scan as rules see it. */
final class ScanFacts {
    private ScanFacts() {}

    /**
     * One thing that a rule is asked about.
     *
     * @param told what it is, for people; empty if there is only one
     * @param values its fields
     * @param finding the finding, if it is one
     */
    record Fact(String told, Map<String, Object> values, Optional<Finding> finding) {}

    /** How bad, as a number that rules compare. */
    static long rank(Severity severity) {
        return Arrays.stream(Severity.values()).filter(severity::atLeast).count();
    }

    static List<Fact> of(List<ScanReport> reports, PolicyRule.Subject subject) {
        return switch (subject) {
            case FINDING -> findings(reports);
            case REPORT -> reports.stream().map(ScanFacts::report).toList();
            case SCAN -> List.of(scan(reports));
        };
    }

    private static List<Fact> findings(List<ScanReport> reports) {
        List<Fact> facts = new ArrayList<>();
        for (ScanReport report : reports) {
            for (Finding finding : report.findings()) {
                String told =
                        finding.severity() + " " + PlainText.of(finding.rule().id()) + " at "
                                + PlainText.of(finding.location().toString()) + ": " + PlainText.of(finding.message());
                facts.add(new Fact(told, values(report, finding), Optional.of(finding)));
            }
        }
        return facts;
    }

    private static Map<String, Object> values(ScanReport report, Finding finding) {
        return Map.of(
                "scanner", report.scanner(),
                "rule", finding.rule().id(),
                "aliases", finding.rule().aliases(),
                "severity", rank(finding.severity()),
                "path", finding.location().path(),
                "line", (long) finding.location().line(),
                "packageUrl", finding.location().packageUrl(),
                "message", finding.message());
    }

    private static Fact report(ScanReport report) {
        return new Fact(
                PlainText.of(report.scanner()),
                Map.of(
                        "scanner", report.scanner(),
                        "status", report.status().name(),
                        "files", (long) report.coverage().files(),
                        "skipped", report.coverage().skipped(),
                        "findings", (long) report.findings().size()),
                Optional.empty());
    }

    private static Fact scan(List<ScanReport> reports) {
        long findings =
                reports.stream().mapToLong(report -> report.findings().size()).sum();
        return new Fact(
                "",
                Map.of(
                        "completed", scanners(reports, ScanStatus.COMPLETED),
                        "notApplicable", scanners(reports, ScanStatus.NOT_APPLICABLE),
                        "notEnabled", scanners(reports, ScanStatus.NOT_ENABLED),
                        "failed", scanners(reports, ScanStatus.FAILED),
                        "findings", findings),
                Optional.empty());
    }

    private static List<String> scanners(List<ScanReport> reports, ScanStatus status) {
        return reports.stream()
                .filter(report -> report.status() == status)
                .map(ScanReport::scanner)
                .toList();
    }
}
