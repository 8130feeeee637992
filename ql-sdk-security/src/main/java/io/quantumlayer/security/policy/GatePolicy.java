package io.quantumlayer.security.policy;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.security.internal.policy.PolicyFile;
import io.quantumlayer.security.internal.policy.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a host asks of a scan beyond the gate's built-in policy, as data: rules in CEL by security level, and dated
 * exceptions to them. Installed on the library's builder, it decides over deployments and scans alike. Immutable and
 * safe for use by many threads.
 *
 * <p>Like every policy it only tightens: what the built-in one refuses stays refused. It fails closed: a rule that
 * cannot be evaluated refuses as not proved. Equal questions give equal decisions. Its digest is the SHA-256 of the
 * text that was read.
 *
 * <pre>{@code
 * apiVersion: quantumlayer.io/v1alpha1
 * kind: GatePolicy
 * name: payments
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
 * {@code notEnabled}, {@code failed}, {@code findings}), besides {@code level}, {@code waivers} (the names of the
 * limits that the plan lifts) and the severities {@code INFO} to {@code CRITICAL} as numbers. The {@code name} stands
 * in decisions and evidence; it is {@code gate-policy} where it is left out.
 */
public final class GatePolicy implements Policy {
    private static final int SHOWN = 1_000;

    private final PolicyId id;
    private final List<PolicyRule> rules;
    private final List<Exemption> exceptions;

    private GatePolicy(PolicyFile file, Digest digest) {
        this.id = new PolicyId(file.name(), digest);
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
        return new GatePolicy(PolicyFile.read(yaml), Digest.of(yaml));
    }

    @Override
    public PolicyId id() {
        return id;
    }

    @Override
    public GateDecision decide(CallContext context, PolicyQuestion question) {
        Lines refusals = new Lines();
        Lines exempt = new Lines();
        List<PolicyRule> asked =
                rules.stream().filter(rule -> rule.asks(question.level())).toList();
        for (PolicyRule rule : asked) {
            for (PolicyRule.Refusal refusal : rule.refusals(question)) {
                Optional<Exemption> exception =
                        refusal.finding().flatMap(finding -> exception(finding, question.day()));
                exception.ifPresentOrElse(
                        e -> exempt.add("exempt until " + e.until() + " by " + e.owner() + " (" + e.reason() + "): "
                                + refusal.told()),
                        () -> refusals.add(refusal.told()));
            }
        }
        boolean allowed = refusals.shown.isEmpty();
        List<String> reasons = new ArrayList<>(refusals.told());
        if (allowed) {
            reasons.add(
                    asked.size() + " of " + rules.size() + " rules asked at " + question.level() + ", none refuses");
        }
        reasons.addAll(exempt.told());
        Lines ended = new Lines();
        exceptions.stream()
                .filter(e -> question.day().isAfter(e.until()))
                .forEach(e ->
                        ended.add("the exception of " + e.subject() + " by " + e.owner() + " ended on " + e.until()));
        reasons.addAll(ended.told());
        return new GateDecision(allowed, reasons);
    }

    /** Shows some lines and counts the rest, since a hostile source has as many findings as it likes. */
    private static final class Lines {
        private final List<String> shown = new ArrayList<>();
        private int more;

        void add(String line) {
            if (shown.size() < SHOWN) {
                shown.add(line);
            } else {
                more++;
            }
        }

        List<String> told() {
            List<String> told = new ArrayList<>(shown);
            if (more > 0) {
                told.add(more + " more like these");
            }
            return told;
        }
    }

    private Optional<Exemption> exception(Finding finding, LocalDate today) {
        return exceptions.stream()
                .filter(e -> e.covers(finding) && !today.isAfter(e.until()))
                .findFirst();
    }
}
