package io.quantumlayer.api.security;

import java.util.List;

/**
 * What the gate made of the scan reports. It fails closed: no scanner, a scan that did not run, or a scan that read
 * nothing refuses.
 *
 * @param allowed whether the source may be built and deployed
 * @param reasons why, one readable line each; never empty
 */
public record GateDecision(boolean allowed, List<String> reasons) {
    /** Copies the list. */
    public GateDecision {
        reasons = List.copyOf(reasons);
    }
}
