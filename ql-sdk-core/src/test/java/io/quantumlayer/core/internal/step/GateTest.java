package io.quantumlayer.core.internal.step;

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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Coverage READ = new Coverage(3, 30, List.of());
    private static final LocalDate TODAY = LocalDate.parse("2030-06-01");
    private static final Gate.Leniency STRICTLY = new Gate.Leniency(List.of(), TODAY);
    private static final ScanReport CLEAN = ScanReport.completed("a", List.of(), READ);

    @Test
    void allowsWhatWasLookedAtAndIsClean() {
        GateDecision decision =
                Gate.decide(List.of(CLEAN, ScanReport.notEnabled("sca", "set data")), SecurityLevel.STANDARD, STRICTLY);
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
        assertThat(Gate.decide(medium, SecurityLevel.STANDARD, STRICTLY).allowed())
                .isTrue();
        assertThat(Gate.decide(medium, SecurityLevel.STRICT, STRICTLY).allowed())
                .isFalse();
        assertThat(Gate.decide(List.of(found(Severity.HIGH, 1)), SecurityLevel.BASIC, STRICTLY)
                        .allowed())
                .isFalse();
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
        return Gate.decide(
                List.of(found(Severity.HIGH, 1)), SecurityLevel.STANDARD, new Gate.Leniency(List.of(exemption), TODAY));
    }

    private static ScanReport found(Severity severity, int count) {
        List<Finding> findings = IntStream.range(0, count)
                .mapToObj(i -> Finding.of("f" + i, Rule.of("r", severity, "bad"), Location.of("x")))
                .toList();
        return ScanReport.completed("a", findings, READ);
    }

    private static void assertRefused(String reason, List<ScanReport> reports) {
        GateDecision decision = Gate.decide(reports, SecurityLevel.STANDARD, STRICTLY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).anyMatch(line -> line.startsWith(reason));
    }
}
