package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Step 11: probes the placed release at its candidate address. */
final class VerifyStep implements Step<VerifyStep.Subject, String> {
    private final Providers providers;
    private final Probing probing;

    VerifyStep(Providers providers, Probing probing) {
        this.providers = providers;
        this.probing = probing;
    }

    /**
     * What is verified.
     *
     * @param placed the release
     * @param recipe its probes
     */
    record Subject(Placed placed, Recipe recipe) {}

    @Override
    public Effect<Finished<String>> run(StepScope scope, Subject subject) {
        Placed placed = subject.placed();
        ProviderCalls calls = providers.get(placed.spec().placement().providerId());
        Effect<Optional<URI>> address =
                calls.value("candidate", () -> calls.provider().candidate(scope.context(), placed.spec()));
        return address.fold(found -> probe(scope, subject, found), Effect::pending, Effect::failed);
    }

    private Effect<Finished<String>> probe(StepScope scope, Subject subject, Optional<URI> address) {
        if (address.isEmpty()) {
            return Finished.notApplicable(scope, "", "the provider has no candidate addresses");
        }
        Placed placed = subject.placed();
        Probing.Target target =
                new Probing.Target(placed.spec(), subject.recipe(), address.get(), Claim.CANDIDATE_PROBED, placed.at());
        return probing.prove(scope.witness(), target)
                .fold(proved -> proved(scope, address.get(), proved.evidence()), Effect::pending, Effect::failed);
    }

    private static Effect<Finished<String>> proved(StepScope scope, URI address, List<Evidence> evidence) {
        return Finished.proved(scope, address.toString(), evidence.size() + " probe(s) passed at " + address, evidence);
    }
}
