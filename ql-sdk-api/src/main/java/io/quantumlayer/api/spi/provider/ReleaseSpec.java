package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;

/**
 * A release to be placed. Holds references to secrets only.
 *
 * @param application the application it belongs to
 * @param release its id
 * @param digest what identifies it: the digest of artifact and settings together
 * @param placement where it goes
 * @param workload what runs and with which settings
 */
public record ReleaseSpec(
        ApplicationId application, ReleaseId release, Digest digest, Placement placement, Workload workload) {}
