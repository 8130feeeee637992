package io.quantumlayer.security.policy;

import io.quantumlayer.api.plan.SecurityLevel;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.security.internal.policy.PolicyFile;
import io.quantumlayer.security.internal.policy.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a host asks of a scan beyond the built-in gate, as data: rules in CEL by security level, and dated exceptions to
 * them. Immutable and safe for use by many threads.
 *
 * <p>A policy only tightens: what the gate refuses stays refused. It fails closed: a rule that cannot be evaluated
 * refuses as not proved. Equal input gives an equal decision.
 *
 * <pre>{@code
 * apiVersion: quantumlayer.io/v1alpha1
 * kind: GatePolicy
 * rules:
 *   - name: packages-are-compared
 *     levels: [STRICT]
 *     each: scan
 *     refuse: '!("sca" in scan.completed)'
 *     reason: at this level packages must have been compared with advisories
 *   - name: no-known-holes
 *     each: finding
 *     refuse: finding.packageUrl != "" && finding.severity >= MEDIUM
 *     reason: packages with known holes are not deployed
 * exceptions:
 *   - {subject: GHSA-jfh8-c2jp-5v3q, owner: ops, until: 2027-01-31, reason: not reachable, ticket 12}
 * }</pre>
 *
 * <p>A rule is asked for {@code each} finding, report or the whole scan, at its {@code levels}, or at all of them. CEL
 * sees {@code finding} ({@code rule}, {@code aliases}, {@code severity}, {@code path}, {@code line},
 * {@code packageUrl}, {@code message}, {@code scanner}), {@code report} ({@code scanner}, {@code status},
 * {@code files}, {@code skipped}, {@code findings}) or {@code scan} ({@code completed}, {@code notApplicable},
 * {@code notEnabled}, {@code failed}, {@code findings}), besides {@code level} and the severities {@code INFO} to
 * {@code CRITICAL} as numbers.
 */
public final class GatePolicy {
    private final List<PolicyRule> rules;
    private final List<Exemption> exceptions;

    private GatePolicy(PolicyFile file) {
        this.rules = file.rules();
        this.exceptions = file.exceptions();
    }

    /**
     * Reads a policy.
     *
     * @param yaml the text, of 1 MiB at most
     * @return the policy
     * @throws io.quantumlayer.api.error.QuantumLayerException of type validation with every mistake in it, such as an
     *     unknown field or an expression that is no CEL or gives no truth value
     */
    public static GatePolicy read(String yaml) {
        return new GatePolicy(PolicyFile.read(yaml));
    }

    /**
     * Decides.
     *
     * @param result what the scanners saw and the gate said
     * @param level the level that the plan asks for
     * @param today the day, in UTC, on which exceptions hold or have ended
     * @return the decision, with the gate's reasons first and every exception that bears on it
     */
    public GateDecision decide(ScanResult result, SecurityLevel level, LocalDate today) {
        List<String> refusals = new ArrayList<>();
        List<String> exempt = new ArrayList<>();
        List<PolicyRule> asked = rules.stream().filter(rule -> rule.asks(level)).toList();
        for (PolicyRule rule : asked) {
            for (PolicyRule.Refusal refusal : rule.refusals(result, level)) {
                Optional<Exemption> exception = refusal.finding().flatMap(finding -> exception(finding, today));
                exception.ifPresentOrElse(
                        e -> exempt.add("exempt until " + e.until() + " by " + e.owner() + " (" + e.reason() + "): "
                                + refusal.told()),
                        () -> refusals.add(refusal.told()));
            }
        }
        boolean allowed = result.gate().allowed() && refusals.isEmpty();
        List<String> reasons = new ArrayList<>();
        if (allowed || !result.gate().allowed()) {
            reasons.addAll(result.gate().reasons());
        }
        reasons.addAll(refusals);
        if (refusals.isEmpty()) {
            reasons.add(
                    "policy: " + asked.size() + " of " + rules.size() + " rules asked at " + level + ", none refuses");
        }
        reasons.addAll(exempt);
        exceptions.stream()
                .filter(e -> today.isAfter(e.until()))
                .forEach(e ->
                        reasons.add("the exception of " + e.subject() + " by " + e.owner() + " ended on " + e.until()));
        return new GateDecision(allowed, reasons);
    }

    private Optional<Exemption> exception(Finding finding, LocalDate today) {
        return exceptions.stream()
                .filter(e -> e.covers(finding) && !today.isAfter(e.until()))
                .findFirst();
    }
}
