package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import java.util.ArrayList;
import java.util.List;

/** The built-in gate: it refuses any HIGH finding, and whatever was not really looked at. Pure. */
final class Gate {
    private static final int SHOWN = 10;

    private Gate() {}

    static GateDecision decide(List<ScanReport> reports) {
        List<String> refusals = new ArrayList<>();
        if (reports.isEmpty()) {
            refusals.add("no scanner is installed; add one, such as the artifact ql-sdk-security");
        }
        for (ScanReport report : reports) {
            report.failure().ifPresent(f -> refusals.add(report.scanner() + " did not run: " + f));
            if (report.failure().isEmpty() && report.coverage().files() == 0) {
                refusals.add(report.scanner() + " read no file, which is no all-clear");
            }
            report.findings().stream()
                    .filter(f -> f.severity().atLeast(Severity.HIGH))
                    .limit(SHOWN)
                    .map(Gate::line)
                    .forEach(refusals::add);
        }
        return refusals.isEmpty() ? allowed(reports) : new GateDecision(false, refusals);
    }

    private static GateDecision allowed(List<ScanReport> reports) {
        int files = reports.stream().mapToInt(r -> r.coverage().files()).max().orElse(0);
        int findings = reports.stream().mapToInt(r -> r.findings().size()).sum();
        return new GateDecision(
                true,
                List.of(reports.size() + " scanner(s), " + files + " files, no finding of HIGH or worse, " + findings
                        + " below"));
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.rule() + " at " + finding.location() + ": " + finding.message();
    }
}
