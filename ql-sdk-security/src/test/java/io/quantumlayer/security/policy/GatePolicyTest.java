package io.quantumlayer.security.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.plan.Waiver;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatePolicyTest {
    private static final String HEAD = "apiVersion: quantumlayer.io/v1alpha1\nkind: GatePolicy\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Finding HOLE = Finding.of(
            "f1",
            Rule.of("GHSA-1", Severity.MEDIUM, "a hole"),
            Location.of("package-lock.json").about("pkg:npm/lodash@4.17.20"));

    private static final List<ScanReport> SCAN = List.of(
            ScanReport.completed("sca", List.of(HOLE), new Coverage(1, 10, List.of())),
            ScanReport.notEnabled("sast", "set it"));
    private static final CallContext CALL = CallContext.of(
            new RunId(new ApplicationId("tenant", "todo"), "0".repeat(26)),
            "k",
            Instant.parse("2030-01-01T00:00:00Z"),
            Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"BASIC,true", "STANDARD,true", "STRICT,false"})
    void asksByLevel(SecurityLevel level, boolean allowed) {
        GatePolicy policy = policy("levels: [strict]", "finding", "finding.packageUrl != ''");
        GateDecision decision = decide(policy, level, TODAY);
        assertThat(decision.allowed()).isEqualTo(allowed);
        assertThat(decision.reasons()).anyMatch(reason -> reason.contains(allowed ? "0 of 1 rules" : "GHSA-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finding.severity >= MEDIUM && finding.path.endsWith('.json')",
                "finding.rule.startsWith('GHSA') && level == 'STANDARD'",
                "finding.aliases.exists(a, a == 'CWE-1') || finding.scanner == 'sca'"
            })
    void refusesFindings(String expression) {
        GateDecision decision = decide(policy("", "finding", expression), SecurityLevel.STANDARD, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).containsExactly("p: because: MEDIUM GHSA-1 at package-lock.json: a hole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "scan|!('sast' in scan.completed)",
                "scan|'sast' in scan.notEnabled",
                "scan|scan.findings > 0",
                "report|report.status == 'NOT_ENABLED'",
                "report|report.scanner == 'sca' && report.files < 5"
            })
    void refusesForWhatDidNotHappen(String each, String expression) {
        GateDecision decision = decide(policy("", each, expression), SecurityLevel.BASIC, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).hasSize(1).allMatch(reason -> reason.startsWith("p: because"));
    }

    @Test
    void countsWhatItDoesNotShow() {
        ScanReport many = ScanReport.completed("sca", Collections.nCopies(1_500, HOLE), new Coverage(1, 10, List.of()));
        PolicyQuestion question = new PolicyQuestion(List.of(many), SecurityLevel.BASIC, List.of(), TODAY);
        GateDecision decision = policy("", "finding", "true").decide(CALL, question);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).hasSize(1_001).last().isEqualTo("500 more like these");
    }

    @Test
    void endsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> decide(policy("", "finding", "true"), SecurityLevel.BASIC, TODAY))
                    .hasMessageContaining("nobody waits");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void seesWhatThePlanWaives() {
        GatePolicy policy = policy("", "scan", "'budget' in waivers");
        PolicyQuestion waiving =
                new PolicyQuestion(SCAN, SecurityLevel.BASIC, List.of(new Waiver("budget", "a trial")), TODAY);
        assertThat(policy.decide(CALL, waiving).allowed()).isFalse();
        assertThat(decide(policy, SecurityLevel.BASIC, TODAY).allowed()).isTrue();
    }

    @Test
    void isNamedByItsTextAndNothingElse() {
        String text = HEAD + "name: payments\nrules:\n  - {name: p, each: scan, refuse: \"true\", reason: because}\n";
        PolicyId id = GatePolicy.read(text).id();
        assertThat(id).isEqualTo(new PolicyId("payments", Digest.of(text)));
        assertThat(GatePolicy.read(text + "# another\n").id()).isNotEqualTo(id);
        assertThatThrownBy(() -> GatePolicy.read(text.replace("payments", "Pay Ments")))
                .hasMessageContaining("name: must be 1 to 60 small letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding.nothing == 'x'", "finding.path > 3", "1 / (finding.line - 0) > 0"})
    void refusesAsNotProvedWhatCannotBeEvaluated(String expression) {
        GateDecision decision = decide(policy("", "finding", expression), SecurityLevel.BASIC, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("not proved: rule p"));
    }

    @Test
    void showsExceptionsUntilTheirDayAndThatTheyEnded() {
        String text = HEAD + """
            rules:
              - {name: p, each: finding, refuse: "true", reason: because}
            exceptions:
              - {subject: GHSA-1, owner: ops, until: 2026-11-28, reason: not reachable}
            """;
        GatePolicy policy = GatePolicy.read(text);
        GateDecision during = decide(policy, SecurityLevel.BASIC, TODAY);
        assertThat(during.allowed()).isTrue();
        assertThat(during.reasons())
                .anyMatch(reason -> reason.startsWith("exempt until 2026-11-28 by ops (not reachable): p"));
        GateDecision after = decide(policy, SecurityLevel.BASIC, TODAY.plusDays(1));
        assertThat(after.allowed()).isFalse();
        assertThat(after.reasons()).contains("the exception of GHSA-1 by ops ended on 2026-11-28");
        assertThat(decide(policy, SecurityLevel.BASIC, TODAY)).isEqualTo(during);
    }

    @Test
    void namesEveryMistake() {
        assertThatThrownBy(() -> GatePolicy.read("""
            apiVersion: v9
            kind: GatePolicy
            rules:
              - {name: A B, each: cloud, refuse: "true", reason: r, extra: 1}
              - {name: b, each: finding, refuse: "findings.path ==", reason: r}
              - {name: c, each: finding, refuse: "finding.path + 'x'", reason: r, levels: [HIGH]}
              - {name: d, each: finding, refuse: "1 + 1", reason: r}
              - {name: e, each: scan, refuse: "finding.path == ''", reason: r}
            exceptions:
              - {subject: x, owner: y, until: soon, reason: z}
            """))
                .isInstanceOf(QuantumLayerException.class)
                .hasMessageContaining("apiVersion: must be quantumlayer.io/v1alpha1")
                .hasMessageContaining("rules[0]: has no field 'extra'")
                .hasMessageContaining("rules[0].name")
                .hasMessageContaining("rules[0].each")
                .hasMessageContaining("rules[1].refuse")
                .hasMessageContaining("rules[2].levels: there is no level 'HIGH'")
                .hasMessageContaining("rules[3].refuse")
                .hasMessageContaining("rules[4].refuse")
                .hasMessageContaining("exceptions[0].until");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "a: b: c", "kind: GatePolicy", "rules: []", "x: &a [*a, *a]"})
    void isNeverEmpty(String text) {
        assertThatThrownBy(() -> GatePolicy.read(text)).isInstanceOf(QuantumLayerException.class);
    }

    private static GatePolicy policy(String levels, String each, String expression) {
        return GatePolicy.read(HEAD + "rules:\n  - name: p\n"
                + (levels.isEmpty() ? "" : "    " + levels + "\n")
                + "    each: " + each + "\n    refuse: \"" + expression + "\"\n    reason: because\n");
    }

    private static GateDecision decide(GatePolicy policy, SecurityLevel level, LocalDate day) {
        return policy.decide(CALL, new PolicyQuestion(SCAN, level, List.of(), day));
    }
}
