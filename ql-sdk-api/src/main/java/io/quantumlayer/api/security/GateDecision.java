package io.quantumlayer.api.security;

import java.util.List;

/**
 * What the gate made of the scan reports. It fails closed: no scanner, a scan that did not run, a scan that read
 * nothing or a policy that did not decide refuses.
 *
 * @param allowed whether the source may be built and deployed
 * @param reasons why, one readable line each; never empty
 * @param policies who decided, in the order asked
 */
public record GateDecision(boolean allowed, List<String> reasons, List<PolicyId> policies) {
    /** Copies the lists. */
    public GateDecision {
        reasons = List.copyOf(reasons);
        // What was stored before policies had names has none.
        policies = policies == null ? List.of() : List.copyOf(policies);
    }

    /**
     * Makes the decision of one policy.
     *
     * @param allowed whether the source may be built and deployed
     * @param reasons why, one readable line each; never empty
     */
    public GateDecision(boolean allowed, List<String> reasons) {
        this(allowed, reasons, List.of());
    }
}
