package io.quantumlayer.api.run;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import java.time.Instant;

/**
 * One rollout of an artifact at a placement.
 *
 * @param id its id
 * @param digest what identifies it when a provider is asked which release receives the traffic: the digest of artifact
 *     and settings together
 * @param artifact the digest of what was built
 * @param placement where it runs
 * @param createdAt when its run went live
 */
public record Release(ReleaseId id, Digest digest, Digest artifact, Placement placement, Instant createdAt) {}
