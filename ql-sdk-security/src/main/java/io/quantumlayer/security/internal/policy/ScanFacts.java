package io.quantumlayer.security.internal.policy;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
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

    static List<Fact> of(ScanResult result, PolicyRule.Subject subject) {
        return switch (subject) {
            case FINDING -> findings(result);
            case REPORT -> result.reports().stream().map(ScanFacts::report).toList();
            case SCAN -> List.of(scan(result));
        };
    }

    private static List<Fact> findings(ScanResult result) {
        List<Fact> facts = new ArrayList<>();
        for (ScanReport report : result.reports()) {
            for (Finding finding : report.findings()) {
                String told = finding.severity() + " " + finding.rule().id() + " at " + finding.location() + ": "
                        + finding.message();
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
                report.scanner(),
                Map.of(
                        "scanner", report.scanner(),
                        "status", report.status().name(),
                        "files", (long) report.coverage().files(),
                        "skipped", report.coverage().skipped(),
                        "findings", (long) report.findings().size()),
                Optional.empty());
    }

    private static Fact scan(ScanResult result) {
        long findings = result.reports().stream()
                .mapToLong(report -> report.findings().size())
                .sum();
        return new Fact(
                "",
                Map.of(
                        "completed", scanners(result, ScanStatus.COMPLETED),
                        "notApplicable", scanners(result, ScanStatus.NOT_APPLICABLE),
                        "notEnabled", scanners(result, ScanStatus.NOT_ENABLED),
                        "failed", scanners(result, ScanStatus.FAILED),
                        "findings", findings),
                Optional.empty());
    }

    private static List<String> scanners(ScanResult result, ScanStatus status) {
        return result.reports().stream()
                .filter(report -> report.status() == status)
                .map(ScanReport::scanner)
                .toList();
    }
}
