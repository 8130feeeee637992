package io.quantumlayer.core.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuiltInPolicyTest {
    private static final Coverage READ = new Coverage(3, 30, List.of());
    private static final LocalDate TODAY = LocalDate.parse("2030-06-01");
    private static final ScanReport CLEAN = ScanReport.completed("a", List.of(), READ);

    @Test
    void allowsWhatWasLookedAtAndIsClean() {
        GateDecision decision =
                decide(List.of(CLEAN, ScanReport.notEnabled("sca", "set data")), SecurityLevel.STANDARD);
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.reasons()).contains("sca did not look: set data");
    }

    @Test
    void refusesWhatWasNotProved() {
        Failure failure = Failure.of(ErrorType.DEPENDENCY, "x.missing", "there is no x");
        assertRefused("no scanner is installed", List.of());
        assertRefused("not proved: x did not run to its end", List.of(CLEAN, ScanReport.failed("x", failure)));
        assertRefused("not proved: no scanner ran", List.of(ScanReport.notApplicable("x", "nothing")));
        assertRefused(
                "not proved: x read no file", List.of(CLEAN, ScanReport.completed("x", List.of(), Coverage.nothing())));
    }

    @Test
    void asksForMoreAtAHigherLevel() {
        List<ScanReport> medium = List.of(found(Severity.MEDIUM, 1));
        assertThat(decide(medium, SecurityLevel.STANDARD).allowed()).isTrue();
        assertThat(decide(medium, SecurityLevel.STRICT).allowed()).isFalse();
        assertThat(decide(List.of(found(Severity.HIGH, 1)), SecurityLevel.BASIC).allowed())
                .isFalse();
    }

    @Test
    void isAnotherPolicyWithOtherExemptions() {
        Exemption exemption = new Exemption("f0", "ada", "an old test", TODAY);
        assertThat(new BuiltInPolicy(List.of(exemption)).id())
                .isEqualTo(new BuiltInPolicy(List.of(exemption)).id())
                .isNotEqualTo(new BuiltInPolicy(List.of()).id());
    }

    @Test
    void saysHowManyFindingsItDoesNotList() {
        assertRefused("2 more findings of a", List.of(found(Severity.HIGH, 12)));
    }

    @Test
    void letsPassWhatSomebodyAnswersForUntilItsLastDay() {
        GateDecision today = exempted("f0", TODAY);
        assertThat(today.allowed()).isTrue();
        assertThat(today.reasons()).anyMatch(r -> r.startsWith("exempt until 2030-06-01 by ada (an old test)"));
        GateDecision late = exempted("f0", TODAY.minusDays(1));
        assertThat(late.allowed()).isFalse();
        assertThat(late.reasons()).contains("the exemption of f0 by ada ended on 2030-05-31");
        assertThat(exempted("r", TODAY).allowed()).isTrue();
        assertThat(exempted("f1", TODAY).allowed()).isFalse();
    }

    private static GateDecision exempted(String subject, LocalDate until) {
        Exemption exemption = new Exemption(subject, "ada", "an old test", until);
        PolicyQuestion question =
                new PolicyQuestion(List.of(found(Severity.HIGH, 1)), SecurityLevel.STANDARD, List.of(), TODAY);
        return new BuiltInPolicy(List.of(exemption)).decide(question);
    }

    private static GateDecision decide(List<ScanReport> reports, SecurityLevel level) {
        return new BuiltInPolicy(List.of()).decide(new PolicyQuestion(reports, level, List.of(), TODAY));
    }

    private static ScanReport found(Severity severity, int count) {
        List<Finding> findings = IntStream.range(0, count)
                .mapToObj(i -> Finding.of("f" + i, Rule.of("r", severity, "bad"), Location.of("x")))
                .toList();
        return ScanReport.completed("a", findings, READ);
    }

    private static void assertRefused(String reason, List<ScanReport> reports) {
        GateDecision decision = decide(reports, SecurityLevel.STANDARD);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).anyMatch(line -> line.startsWith(reason));
    }
}
