package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.testkit.fake.FakePolicy;
import java.time.LocalDate;
import java.util.List;

class FakePolicyContractTest extends PolicyContract {
    private static final LocalDate DAY = LocalDate.parse("2030-06-01");

    @Override
    protected Policy policy() {
        return FakePolicy.of("fake-policy").excepting(new Exemption("borne", "ada", "an old test", DAY));
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
        ScanReport report = ScanReport.completed("fake-scanner", findings, new Coverage(1, 1, List.of()));
        return new PolicyQuestion(List.of(report), SecurityLevel.STANDARD, List.of(), DAY);
    }

    private static Finding found(String rule) {
        return Finding.of(rule, Rule.of(rule, Severity.LOW, "found"), Location.of("x"));
    }
}
