package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.ScanResult;
import io.quantumlayer.api.security.ScanStatus;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.gate.Gate;
import io.quantumlayer.core.internal.gate.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Step 6: lets every scanner look through the source and asks the gate. */
final class ScanStep implements Step<ScanStep.Order, Scanned> {
    private final SourceScans scans;
    private final ArtifactStore artifacts;

    ScanStep(SourceScans scans, ArtifactStore artifacts) {
        this.scans = scans;
        this.artifacts = artifacts;
    }

    /**
     * What is scanned.
     *
     * @param source the digest of the source
     * @param terms what the plan says to the gate
     */
    record Order(Digest source, Terms terms) {}

    @Override
    public Effect<Finished<Scanned>> run(StepScope scope, Order order) {
        Digest source = order.source();
        Path folder = artifacts.open(source);
        ScanResult result = scans.scan(scope.context(), folder, order.terms());
        List<ScanReport> reports = result.reports();
        for (ScanReport report : reports) {
            if (report.failure().isPresent()) {
                return Effect.failed(report.failure().get());
            }
        }
        GateDecision gate = result.gate();
        if (!gate.allowed()) {
            return Effect.failed(
                    Failure.of(ErrorType.VALIDATION, "gate.refused", "the gate refused: " + Gate.told(gate)));
        }
        return Finished.proved(
                scope,
                new Scanned(source, reports, gate),
                String.join("; ", gate.reasons()),
                evidence(scope, source, reports, gate));
    }

    private static List<Evidence> evidence(
            StepScope scope, Digest source, List<ScanReport> reports, GateDecision gate) {
        List<Evidence> evidence = new ArrayList<>();
        for (ScanReport report : reports) {
            String detail = report.coverage().files() + " files read, "
                    + report.findings().size() + " findings, "
                    + report.coverage().skipped().size() + " skipped";
            if (report.status() != ScanStatus.COMPLETED) {
                continue;
            }
            evidence.add(scope.evidence(
                    Claim.SCAN_COMPLETED,
                    source,
                    new Witness.Seen("scan", report.scanner(), Digest.of(Json.write(report)), detail)));
        }
        evidence.add(scope.evidence(
                Claim.GATE_ALLOWED,
                source,
                new Witness.Seen("gate", "core.gate", Digest.of(Json.write(gate)), Gate.told(gate))));
        return evidence;
    }
}
