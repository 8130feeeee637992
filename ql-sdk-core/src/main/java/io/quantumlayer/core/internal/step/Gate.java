package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in gate: it refuses bad findings, from HIGH on or at the level STRICT from MEDIUM on, and whatever was not
 * really looked at. Pure.
 */
final class Gate {
    private static final int SHOWN = 10;

    private Gate() {}

    static GateDecision decide(List<ScanReport> reports, SecurityLevel level) {
        List<String> refusals = new ArrayList<>();
        if (reports.isEmpty()) {
            refusals.add("no scanner is installed; add one, such as the artifact ql-sdk-security");
        } else if (reports.stream().noneMatch(r -> r.status() == ScanStatus.COMPLETED)) {
            refusals.add("not proved: no scanner ran to its end");
        }
        reports.forEach(report -> refusals.addAll(unproved(report)));
        reports.forEach(report -> refusals.addAll(bad(report, threshold(level))));
        return refusals.isEmpty() ? allowed(reports, level) : new GateDecision(false, refusals);
    }

    private static List<String> unproved(ScanReport report) {
        return switch (report.status()) {
            case FAILED ->
                List.of("not proved: " + report.scanner() + " did not run to its end: "
                        + report.failure().map(Object::toString).orElse("it did not say why"));
            case COMPLETED ->
                report.coverage().files() == 0
                        ? List.of("not proved: " + report.scanner() + " read no file, which is no all-clear")
                        : List.of();
            case NOT_APPLICABLE, NOT_ENABLED -> List.of();
        };
    }

    private static List<String> bad(ScanReport report, Severity threshold) {
        List<Finding> bad = report.findings().stream()
                .filter(f -> f.severity().atLeast(threshold))
                .toList();
        List<String> lines =
                new ArrayList<>(bad.stream().limit(SHOWN).map(Gate::line).toList());
        if (bad.size() > SHOWN) {
            lines.add((bad.size() - SHOWN) + " more findings of " + report.scanner() + " like these");
        }
        return lines;
    }

    private static Severity threshold(SecurityLevel level) {
        return switch (level) {
            case BASIC, STANDARD -> Severity.HIGH;
            case STRICT -> Severity.MEDIUM;
        };
    }

    private static GateDecision allowed(List<ScanReport> reports, SecurityLevel level) {
        int files = reports.stream().mapToInt(r -> r.coverage().files()).max().orElse(0);
        int findings = reports.stream().mapToInt(r -> r.findings().size()).sum();
        List<ScanReport> completed =
                reports.stream().filter(r -> r.status() == ScanStatus.COMPLETED).toList();
        List<String> reasons = new ArrayList<>();
        reasons.add(completed.size() + " scanner(s), " + files + " files, no finding of " + threshold(level)
                + " or worse, " + findings + " below");
        reports.stream()
                .filter(r -> r.status() != ScanStatus.COMPLETED)
                .map(r -> r.scanner() + " did not look: "
                        + String.join(", ", r.coverage().skipped()))
                .forEach(reasons::add);
        return new GateDecision(true, reasons);
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.rule().id() + " at " + finding.location() + ": " + finding.message();
    }
}
