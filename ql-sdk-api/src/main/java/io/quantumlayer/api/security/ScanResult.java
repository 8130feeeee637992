package io.quantumlayer.api.security;

import java.util.List;

/**
 * What all scanners saw of one source and what the gate made of it.
 *
 * @param reports one report a scanner, in the order of the scanners
 * @param gate the decision over all of them
 */
public record ScanResult(List<ScanReport> reports, GateDecision gate) {
    /** Copies the list. */
    public ScanResult {
        reports = List.copyOf(reports);
    }
}
