package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import java.util.Map;

/** Step 12: switches the traffic, then proves the public address and what the provider reports behind it. */
final class GoLiveStep implements Step<VerifyStep.Subject, Live> {
    private final Providers providers;
    private final LiveProof proof;

    GoLiveStep(Providers providers, Probing probing) {
        this.providers = providers;
        this.proof = new LiveProof(probing);
    }

    @Override
    public Effect<Finished<Live>> run(StepScope scope, VerifyStep.Subject subject) {
        Placed placed = subject.placed();
        ProviderCalls calls = providers.get(placed.spec().placement().providerId());
        Effect<Map<String, String>> switched = placed.kind() == Placed.Kind.MADE
                ? new TrafficSwitch(scope, calls).to(placed.spec())
                : Effect.done(Map.of());
        return switched.fold(
                done -> proof.prove(scope.witness(), calls, subject)
                        .fold(
                                proved -> Finished.proved(scope, proved.live(), proved.summary(), proved.evidence()),
                                Effect::pending,
                                Effect::failed),
                Effect::pending,
                Effect::failed);
    }
}
