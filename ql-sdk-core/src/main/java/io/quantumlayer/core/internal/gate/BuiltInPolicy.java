package io.quantumlayer.core.internal.gate;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.core.internal.codec.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policy of every gate: it refuses bad findings, from HIGH on or at the level STRICT from MEDIUM on, and whatever
 * was not really looked at. Pure.
 */
final class BuiltInPolicy implements Policy {
    static final String NAME = "built-in";

    private static final int VERSION = 1;
    private static final int SHOWN = 10;

    private final List<Exemption> exemptions;

    BuiltInPolicy(List<Exemption> exemptions) {
        this.exemptions = List.copyOf(exemptions);
    }

    /** All that it decides by; the version goes up whenever its rules change. */
    private record Content(int version, List<Exemption> exemptions) {}

    /** What is let pass, and when that is asked. */
    private record Leniency(List<Exemption> exemptions, LocalDate today) {
        Optional<Exemption> of(Finding finding) {
            return exemptions.stream()
                    .filter(e -> e.covers(finding) && !today.isAfter(e.until()))
                    .findFirst();
        }
    }

    @Override
    public PolicyId id() {
        return new PolicyId(NAME, Digest.of(Json.write(new Content(VERSION, exemptions))));
    }

    @Override
    public GateDecision decide(CallContext context, PolicyQuestion question) {
        return decide(question);
    }

    GateDecision decide(PolicyQuestion question) {
        List<ScanReport> reports = question.reports();
        SecurityLevel level = question.level();
        Leniency leniency = new Leniency(exemptions, question.day());
        List<String> refusals = new ArrayList<>();
        if (reports.isEmpty()) {
            refusals.add("no scanner is installed; add one, such as the artifact ql-sdk-security");
        } else if (reports.stream().noneMatch(r -> r.status() == ScanStatus.COMPLETED)) {
            refusals.add("not proved: no scanner ran to its end");
        }
        reports.forEach(report -> refusals.addAll(unproved(report)));
        reports.forEach(report -> refusals.addAll(bad(report, threshold(level), leniency)));
        boolean allowed = refusals.isEmpty();
        List<String> reasons = allowed ? allowed(reports, level) : refusals;
        reasons.addAll(exempt(reports, threshold(level), leniency));
        reasons.addAll(expired(leniency));
        return new GateDecision(allowed, reasons);
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

    private static List<String> exempt(List<ScanReport> reports, Severity threshold, Leniency leniency) {
        List<String> lines = new ArrayList<>();
        for (ScanReport report : reports) {
            report.findings().stream()
                    .filter(f -> f.severity().atLeast(threshold))
                    .forEach(f -> leniency.of(f)
                            .ifPresent(e -> lines.add("exempt until " + e.until() + " by " + e.owner() + " ("
                                    + e.reason() + "): " + line(f))));
        }
        return lines;
    }

    private static List<String> expired(Leniency leniency) {
        return leniency.exemptions().stream()
                .filter(e -> leniency.today().isAfter(e.until()))
                .map(e -> "the exemption of " + e.subject() + " by " + e.owner() + " ended on " + e.until())
                .toList();
    }

    private static List<String> bad(ScanReport report, Severity threshold, Leniency leniency) {
        List<Finding> bad = report.findings().stream()
                .filter(f -> f.severity().atLeast(threshold) && leniency.of(f).isEmpty())
                .toList();
        List<String> lines = new ArrayList<>(
                bad.stream().limit(SHOWN).map(BuiltInPolicy::line).toList());
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

    private static List<String> allowed(List<ScanReport> reports, SecurityLevel level) {
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
        return reasons;
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.rule().id() + " at " + finding.location() + ": " + finding.message();
    }
}
