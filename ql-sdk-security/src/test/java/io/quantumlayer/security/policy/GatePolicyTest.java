package io.quantumlayer.security.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.Severity;
import java.time.LocalDate;
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

    @ParameterizedTest
    @CsvSource({"BASIC,true", "STANDARD,true", "STRICT,false"})
    void asksByLevel(SecurityLevel level, boolean allowed) {
        GatePolicy policy = policy("levels: [strict]", "finding", "finding.packageUrl != ''");
        GateDecision decision = policy.decide(scan(true), level, TODAY);
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
        GateDecision decision = policy("", "finding", expression).decide(scan(true), SecurityLevel.STANDARD, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).containsExactly("policy p: because: MEDIUM GHSA-1 at package-lock.json: a hole");
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
        GateDecision decision = policy("", each, expression).decide(scan(true), SecurityLevel.BASIC, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).hasSize(1).allMatch(reason -> reason.startsWith("policy p: because"));
    }

    @Test
    void neverLoosensTheGate() {
        GateDecision decision = policy("", "finding", "false").decide(scan(false), SecurityLevel.BASIC, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons().get(0)).isEqualTo("the gate says so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding.nothing == 'x'", "finding.path > 3", "1 / (finding.line - 0) > 0"})
    void refusesAsNotProvedWhatCannotBeEvaluated(String expression) {
        GateDecision decision = policy("", "finding", expression).decide(scan(true), SecurityLevel.BASIC, TODAY);
        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("not proved: the policy's rule p"));
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
        GateDecision during = policy.decide(scan(true), SecurityLevel.BASIC, TODAY);
        assertThat(during.allowed()).isTrue();
        assertThat(during.reasons())
                .anyMatch(reason -> reason.startsWith("exempt until 2026-11-28 by ops (not reachable): policy p"));
        GateDecision after = policy.decide(scan(true), SecurityLevel.BASIC, TODAY.plusDays(1));
        assertThat(after.allowed()).isFalse();
        assertThat(after.reasons()).contains("the exception of GHSA-1 by ops ended on 2026-11-28");
        assertThat(policy.decide(scan(true), SecurityLevel.BASIC, TODAY)).isEqualTo(during);
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

    private static ScanResult scan(boolean gate) {
        return new ScanResult(
                List.of(
                        ScanReport.completed("sca", List.of(HOLE), new Coverage(1, 10, List.of())),
                        ScanReport.notEnabled("sast", "set it")),
                new GateDecision(gate, List.of("the gate says so")));
    }
}
