package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A policy that refuses every finding, however harmless, unless somebody answers for it. Immutable. */
public final class FakePolicy implements Policy {
    private final PolicyId id;
    private final List<Exemption> exceptions;

    private FakePolicy(String name, List<Exemption> exceptions) {
        this.id = new PolicyId(name, Digest.of(name + exceptions));
        this.exceptions = exceptions;
    }

    /**
     * Creates a policy without exceptions.
     *
     * @param name its name
     * @return the policy
     */
    public static FakePolicy of(String name) {
        return new FakePolicy(name, List.of());
    }

    /**
     * Lets what somebody answers for pass until the last day.
     *
     * @param exception the exception
     * @return a copy, of another digest
     */
    public FakePolicy excepting(Exemption exception) {
        List<Exemption> more = new ArrayList<>(exceptions);
        more.add(Objects.requireNonNull(exception, "exception"));
        return new FakePolicy(id.name(), List.copyOf(more));
    }

    @Override
    public PolicyId id() {
        return id;
    }

    @Override
    public GateDecision decide(CallContext context, PolicyQuestion question) {
        List<String> exempt = new ArrayList<>();
        int refused = 0;
        int all = 0;
        for (var report : question.reports()) {
            for (Finding finding : report.findings()) {
                Optional<Exemption> exception = exceptions.stream()
                        .filter(e -> e.covers(finding) && !question.day().isAfter(e.until()))
                        .findFirst();
                exception.ifPresent(e -> exempt.add("exempt until " + e.until() + " by " + e.owner()));
                refused += exception.isPresent() ? 0 : 1;
                all++;
            }
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(refused + " of " + all + " findings refused");
        reasons.addAll(exempt);
        return new GateDecision(refused == 0, reasons);
    }
}
