package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import java.util.List;
import java.util.Map;

/** Addresses an application that has no release, where a provider is asked about its traffic alone. */
final class NoRelease {
    private NoRelease() {}

    static ReleaseSpec of(ApplicationId application) {
        Digest nothing = Digest.of("");
        return new ReleaseSpec(
                application,
                new ReleaseId("r000000000000"),
                nothing,
                new Placement("none/none/none", "none", Strategy.LOCAL, Map.of()),
                Workload.builder(nothing, List.of("none")).build());
    }
}
