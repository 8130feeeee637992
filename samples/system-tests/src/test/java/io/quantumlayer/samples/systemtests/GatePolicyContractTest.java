package io.quantumlayer.samples.systemtests;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.security.policy.GatePolicy;
import io.quantumlayer.testkit.contract.PolicyContract;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The policy in CEL")
class GatePolicyContractTest extends PolicyContract {
    private static final LocalDate DAY = LocalDate.parse("2030-06-01");

    @Override
    protected Policy policy() {
        return GatePolicy.read("""
            apiVersion: quantumlayer.io/v1alpha1
            kind: GatePolicy
            rules:
              - {name: none, each: finding, refuse: finding.severity >= LOW, reason: no finding is borne}
              - {name: all, each: scan, refuse: size(scan.completed) == 0, reason: somebody must have looked}
            exceptions:
              - {subject: borne, owner: ops, until: 2030-06-01, reason: ticket 12}
            """);
    }

    @Override
    protected PolicyQuestion acceptable() {
        return asked(List.of());
    }

    @Override
    protected PolicyQuestion unacceptable() {
        return asked(List.of(found("other")));
    }

    @Override
    protected PolicyQuestion excepted() {
        return asked(List.of(found("borne")));
    }

    private static PolicyQuestion asked(List<Finding> findings) {
        ScanReport report = ScanReport.completed("some", findings, new Coverage(1, 1, List.of()));
        return new PolicyQuestion(List.of(report), SecurityLevel.STANDARD, List.of(), DAY);
    }

    private static Finding found(String rule) {
        return Finding.of(rule, Rule.of(rule, Severity.LOW, "found"), Location.of("x"));
    }
}
