package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import java.util.List;

/**
 * What the scanners saw and the gate made of it.
 *
 * @param source the digest of what was scanned
 * @param reports one report a scanner
 * @param gate the decision
 */
record Scanned(Digest source, List<ScanReport> reports, GateDecision gate) {}
