package io.quantumlayer.core.internal.gate;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one gate: allows what the built-in policy and every installed one allow. Thread-safe. Close it to end the threads
 * on which the installed ones are asked.
 */
public final class Gate implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final BuiltInPolicy builtIn;
    private final List<BoundedPolicy> installed;

    /**
     * Creates a gate whose policies may each take ten seconds.
     *
     * @param exemptions what the built-in policy lets pass for a while
     * @param policies the installed policies
     * @throws QuantumLayerException of type configuration if two have one name
     */
    public Gate(List<Exemption> exemptions, List<Policy> policies) {
        this(exemptions, policies, LIMIT);
    }

    Gate(List<Exemption> exemptions, List<Policy> policies, Duration limit) {
        this.builtIn = new BuiltInPolicy(exemptions);
        List<PolicyId> ids = policies.stream().map(Policy::id).toList();
        Set<String> names = new HashSet<>(Set.of(BuiltInPolicy.NAME));
        for (PolicyId id : ids) {
            if (!names.add(id.name())) {
                throw new QuantumLayerException(Failure.of(
                        ErrorType.CONFIGURATION,
                        "policy.duplicate",
                        "two policies have the name '" + id.name() + "', " + id + " among them; rename one"));
            }
        }
        this.installed = policies.stream()
                .map(policy -> new BoundedPolicy(policy, limit))
                .toList();
    }

    /**
     * Decides.
     *
     * @param context the call, whose clock says the day
     * @param reports one report a scanner
     * @param terms what the plan says
     * @return the decision of all policies, with their names
     */
    public GateDecision decide(CallContext context, List<ScanReport> reports, Terms terms) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        PolicyQuestion question = new PolicyQuestion(reports, terms.level(), terms.waivers(), today);
        List<GateDecision> decisions = new ArrayList<>();
        decisions.add(builtIn.decide(question));
        installed.forEach(policy -> decisions.add(policy.decide(context, question)));
        List<PolicyId> policies = Stream.concat(
                        Stream.of(builtIn.id()), installed.stream().map(BoundedPolicy::id))
                .toList();
        boolean allowed = decisions.stream().allMatch(GateDecision::allowed);
        return new GateDecision(allowed, reasons(decisions), policies);
    }

    /**
     * Tells a decision on one line.
     *
     * @param decision the decision
     * @return its reasons and who decided
     */
    public static String told(GateDecision decision) {
        return String.join("; ", decision.reasons()) + "; decided by "
                + decision.policies().stream().map(PolicyId::toString).collect(Collectors.joining(", "));
    }

    /** Those of refusals come first. */
    private static List<String> reasons(List<GateDecision> decisions) {
        return Stream.concat(
                        decisions.stream().filter(decision -> !decision.allowed()),
                        decisions.stream().filter(GateDecision::allowed))
                .flatMap(decision -> decision.reasons().stream())
                .toList();
    }

    @Override
    public void close() {
        installed.forEach(BoundedPolicy::close);
    }
}
