package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.core.internal.flow.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a run may call itself LIVE: each claim it needs must stand in the evidence about exactly this release.
 * Pure.
 */
final class Verdict {
    private final Map<String, byte[]> outputs;
    private final Map<String, Ended> ended = new HashMap<>();
    private final Map<String, StepReport> reports = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    private Verdict(Map<String, byte[]> outputs) {
        this.outputs = outputs;
    }

    static Optional<Failure> deployed(byte[] request, Map<String, byte[]> outputs) {
        Verdict verdict = new Verdict(outputs);
        Placed placed = verdict.value(StepName.DEPLOY.id(), Placed.class);
        Digest source = verdict.value(StepName.GENERATE.id(), SourceTaken.class).digest();
        Digest artifact =
                verdict.value(StepName.BUILD.id(), BuiltArtifact.class).digest();
        Digest release = placed.spec().digest();
        verdict.needs(StepName.SCAN.id(), Claim.SCAN_COMPLETED, source);
        verdict.needs(StepName.SCAN.id(), Claim.GATE_ALLOWED, source);
        verdict.needs(StepName.BUILD.id(), Claim.BUILT, artifact);
        placed.spec().workload().image().flatMap(ImageReference::digest).ifPresent(image -> {
            verdict.needs(StepName.BUILD.id(), Claim.IMAGE_SIGNED, image);
            verdict.needs(StepName.BUILD.id(), Claim.IMAGE_ATTESTED, image);
        });
        if (!placed.unchanged()) {
            verdict.needs(StepName.DEPLOY.id(), Claim.RELEASE_PLACED, release);
        }
        if (!artifact.equals(placed.spec().workload().artifact())) {
            verdict.missing.add("what was placed is not what was built");
        }
        verdict.serves(StepName.VERIFY.id(), StepName.GO_LIVE.id(), release);
        verdict.required(DeployRequest.requiredProofs(request));
        if (DeployRequest.approval(request).isPresent()) {
            verdict.needs(Script.APPROVE, Claim.APPROVED, Approval.subject(outputs));
        }
        return verdict.failure();
    }

    static Optional<Failure> switched(Map<String, byte[]> outputs, String placedBy, String switchedBy) {
        Verdict verdict = new Verdict(outputs);
        Digest release = verdict.value(placedBy, Placed.class).spec().digest();
        verdict.serves(RollbackSteps.VERIFY, switchedBy, release);
        return verdict.failure();
    }

    private void serves(String verify, String goLive, Digest release) {
        if (report(verify).status() != StepStatus.NOT_APPLICABLE) {
            needs(verify, Claim.CANDIDATE_PROBED, release);
        }
        needs(goLive, Claim.PUBLIC_PROBED, release);
        needs(goLive, Claim.TRAFFIC_DIGEST, release);
    }

    private void required(List<StepName> proofs) {
        for (StepName step : proofs) {
            StepReport report = report(step.id());
            if (report.status() != StepStatus.PROVED) {
                missing.add("the plan requires " + step.id() + " to be proved: " + report.summary());
            }
        }
    }

    private void needs(String step, Claim claim, Digest subject) {
        StepReport report = report(step);
        boolean there = report.status() == StepStatus.PROVED
                && report.evidence().stream()
                        .anyMatch(e -> e.claim() == claim && e.subject().equals(subject));
        if (!there) {
            missing.add(
                    step + " shows no " + claim.id() + " for " + subject.hex().substring(0, 12));
        }
    }

    private StepReport report(String step) {
        return reports.computeIfAbsent(step, s -> ended(s).report());
    }

    private <T> T value(String step, Class<T> type) {
        return ended(step).value(type);
    }

    private Ended ended(String step) {
        return ended.computeIfAbsent(step, s -> Ended.of(output(s)));
    }

    private byte[] output(String step) {
        byte[] output = outputs.get(step);
        if (output == null) {
            throw new IllegalStateException("judged before " + step + " has ended: the order of the flow is wrong");
        }
        return output;
    }

    private Optional<Failure> failure() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.of(
                                ErrorType.UNKNOWN, "evidence.incomplete", "not proved: " + String.join("; ", missing))
                        .notRetryable());
    }
}
