package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.state.PlacedRelease;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looks afresh whether a release that went live still is: the last step again, without its effect. */
public final class StatusCheck {
    private final Tools tools;

    /**
     * Creates a check.
     *
     * @param tools what the steps work with
     */
    public StatusCheck(Tools tools) {
        this.tools = tools;
    }

    /**
     * Looks once.
     *
     * @param context the call
     * @param release the release that went live last
     * @return LIVE with fresh evidence, or UNKNOWN with the reason
     */
    public DeploymentResult check(CallContext context, PlacedRelease release) {
        Placed placed =
                new Placed(release.spec(), release.operations(), Map.of(), Placed.Kind.UNCHANGED, Instant.EPOCH);
        ProviderCalls calls = tools.providers().get(release.spec().placement().providerId());
        Effect<LiveProof.Proved> live = new LiveProof(new Probing(tools.prober()))
                .prove(
                        new Witness(context),
                        calls,
                        new VerifyStep.Subject(placed, release.origin().recipe()));
        return live.fold(
                proved -> result(context, Outcome.LIVE, proved.evidence())
                        .url(proved.live().address())
                        .build(),
                wait -> result(context, Outcome.UNKNOWN, List.of()).build(),
                failure -> result(context, Outcome.UNKNOWN, List.of())
                        .failure(failure)
                        .build());
    }

    private static DeploymentResult.Builder result(CallContext context, Outcome outcome, List<Evidence> evidence) {
        return DeploymentResult.builder(context.run(), outcome, context.clock()).evidence(evidence);
    }
}
