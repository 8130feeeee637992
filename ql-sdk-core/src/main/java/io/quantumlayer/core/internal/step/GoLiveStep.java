package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import java.time.Duration;
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
        Effect<Map<String, String>> switched =
                placed.unchanged() ? Effect.done(Map.of()) : switchTo(scope, calls, placed.spec());
        return switched.fold(
                done -> proof.prove(scope.witness(), calls, subject)
                        .fold(
                                proved -> Finished.proved(scope, proved.live(), proved.summary(), proved.evidence()),
                                Effect::pending,
                                Effect::failed),
                Effect::pending,
                Effect::failed);
    }

    static Effect<Map<String, String>> switchTo(StepScope scope, ProviderCalls calls, ReleaseSpec spec) {
        Operation operation = new Operation(
                "switch-traffic",
                spec.release().value(),
                FindBy.NAME,
                Duration.ZERO,
                Map.of("digest", spec.digest().toString()));
        String key = scope.key(operation.id(), operation.resource());
        Intent intent = new Intent(key, Action.SWITCH, calls.provider().id(), operation);
        return scope.effects()
                .make(
                        intent,
                        () -> calls.effect("switch", () -> calls.provider().switchTraffic(scope.keyed(key), spec)),
                        () -> routed(scope, calls, spec));
    }

    private static Observation routed(StepScope scope, ProviderCalls calls, ReleaseSpec spec) {
        return LiveProof.traffic(scope.context(), calls, spec)
                .fold(
                        state -> new Observation(LiveProof.presence(state, spec), state.at(), state.raw(), Map.of()),
                        wait -> unclear(scope, "pending"),
                        failure -> unclear(scope, failure.toString()));
    }

    private static Observation unclear(StepScope scope, String why) {
        return new Observation(Observation.Presence.UNKNOWN, scope.now(), Digest.of(why), Map.of("reason", why));
    }
}
