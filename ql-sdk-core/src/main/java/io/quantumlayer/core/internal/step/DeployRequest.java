package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.core.internal.codec.Fields;
import io.quantumlayer.core.internal.codec.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The input of a deployment.
 *
 * @param plan the plan
 * @param planDigest the digest of its canonical form
 * @param release the id of the release to make
 * @param adopt whether what stands of the application and no journal knows is the caller's to take over
 */
public record DeployRequest(DeploymentPlan plan, Digest planDigest, ReleaseId release, boolean adopt) {
    /** Reads how long the run may take; a flow needs no more of a plan than this and its proofs. */
    static Duration deadline(byte[] written) {
        return spec(written).read("deadline", Duration.class);
    }

    /** Reads which steps must be proved beyond what every deployment proves. */
    static List<StepName> requiredProofs(byte[] written) {
        Fields spec = spec(written);
        return spec.has("requiredProofs") ? List.of(spec.read("requiredProofs", StepName[].class)) : List.of();
    }

    /** Reads how long the run waits for an approval. */
    static Optional<Duration> approval(byte[] written) {
        Fields spec = spec(written);
        return spec.has("approval") ? Optional.of(spec.read("approval", Duration.class)) : Optional.empty();
    }

    private static Fields spec(byte[] written) {
        return Json.fields(written, 3).object("plan").object("spec");
    }
}
