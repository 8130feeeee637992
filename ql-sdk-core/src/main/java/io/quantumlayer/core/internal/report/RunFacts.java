package io.quantumlayer.core.internal.report;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.security.ScanReport;
import java.util.List;
import java.util.Optional;

/**
 * All that a page tells of a run.
 *
 * @param kind what the run did
 * @param events its events
 * @param result how it stands
 * @param decision the placement decision, if the run made one
 * @param scans the scan reports, if it scanned
 */
public record RunFacts(
        RunKind kind,
        List<RunEvent> events,
        DeploymentResult result,
        Optional<PlacementDecision> decision,
        List<ScanReport> scans) {}
