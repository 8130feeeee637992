package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ReleaseId;

/**
 * The input of a deployment.
 *
 * @param plan the plan
 * @param planDigest the digest of its canonical form
 * @param release the id of the release to make
 */
public record DeployRequest(DeploymentPlan plan, Digest planDigest, ReleaseId release) {}
