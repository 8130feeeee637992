package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 8: places the release without public traffic, or finds that the live one need not change. */
final class DeployStep implements Step<DeployStep.Order, Placed> {
    private final Providers providers;
    private final Releases releases;
    private final SecretMint mint;
    private final Optional<ImageLine> images;
    private final StandingRelease standing;

    DeployStep(Tools tools) {
        this.providers = tools.providers();
        this.releases = tools.releases();
        this.mint = tools.mint();
        this.images = tools.images();
        this.standing = new StandingRelease(tools);
    }

    /**
     * What is to be placed.
     *
     * @param request the deployment
     * @param sizing where and how large
     * @param source where it came from
     * @param built what was built
     */
    record Order(DeployRequest request, Sizing sizing, SourceTaken source, BuiltArtifact built) {}

    @Override
    public Effect<Finished<Placed>> run(StepScope scope, Order order) {
        ProviderCalls calls = providers.get(order.sizing().placement().providerId());
        ReleaseSpec spec = spec(scope.application(), order);
        Optional<PlacedRelease> same = releases.book(scope.application())
                .current()
                .filter(c -> c.origin().plan().equals(order.request().planDigest()))
                .filter(c -> c.release().digest().equals(spec.digest()));
        if (same.isPresent() && !begun(scope) && receives(scope, calls, same.get())) {
            PlacedRelease live = same.get();
            Placed placed =
                    new Placed(live.spec(), live.operations(), live.attributes(), Placed.Kind.UNCHANGED, scope.now());
            return Finished.notApplicable(
                    scope, placed, "unchanged: " + live.release().id() + " is live already");
        }
        StandingRelease.Wanted wanted =
                new StandingRelease.Wanted(calls, spec, order.source().recipe());
        return order.request().adopt() && !begun(scope)
                ? standing.match(scope, wanted)
                        .fold(match -> adopted(scope, order, wanted, match), Effect::pending, Effect::failed)
                : make(scope, order, wanted);
    }

    private Effect<Finished<Placed>> adopted(
            StepScope scope, Order order, StandingRelease.Wanted wanted, StandingRelease.Match match) {
        return match.same()
                .map(same -> Finished.proved(
                        scope,
                        same,
                        "adopted: " + same.spec().release() + " stands and is what the plan makes",
                        match.evidence()))
                .orElseGet(() -> make(scope, order, wanted));
    }

    private Effect<Finished<Placed>> make(StepScope scope, Order order, StandingRelease.Wanted wanted) {
        ProviderCalls calls = wanted.calls();
        ReleaseSpec spec = wanted.spec();
        Optional<Failure> refused = begun(scope) ? Optional.empty() : unproved(scope, order.built());
        if (refused.isPresent()) {
            return Effect.failed(refused.get());
        }
        return PlaceRelease.plan(scope, calls, spec)
                .fold(
                        planned -> PlaceRelease.next(scope, calls, spec, planned)
                                .fold(
                                        made -> seen(scope, wanted, made, beside(scope, order, wanted)),
                                        Effect::pending,
                                        failure -> Effect.failed(Bindings.named(failure, spec.workload()))),
                        Effect::pending,
                        Effect::failed);
    }

    /** Why what stands beside the new release was not adopted, for whoever asked for that. */
    private String beside(StepScope scope, Order order, StandingRelease.Wanted wanted) {
        return order.request().adopt()
                ? standing.match(scope, wanted).fold(match -> match.reason(), wait -> "", Failure::message)
                : "";
    }

    private static Effect<Finished<Placed>> seen(
            StepScope scope, StandingRelease.Wanted wanted, PlaceRelease.Standing standing, String beside) {
        ProviderCalls calls = wanted.calls();
        ReleaseSpec spec = wanted.spec();
        StringBuilder raw = new StringBuilder();
        Map<String, String> attributes = new LinkedHashMap<>(standing.attributes());
        for (PlacedOperation placed : standing.operations()) {
            Observation observation = calls.observe(scope.keyed(placed.key()), placed.operation());
            Duration unsettled = unsettled(scope, placed);
            if (observation.presence() == Observation.Presence.ABSENT && !unsettled.isZero()) {
                return Effect.pending(unsettled);
            }
            if (observation.presence() != Observation.Presence.PRESENT) {
                return Effect.failed(Bindings.named(Unseen.failure(placed.operation(), observation), spec.workload()));
            }
            raw.append(observation.raw());
            attributes.putAll(observation.attributes());
        }
        String detail = standing.operations().size() + " resources present at "
                + spec.placement().offeringId();
        Evidence evidence = scope.evidence(
                Claim.RELEASE_PLACED,
                spec.digest(),
                new Witness.Seen("observe", calls.provider().id(), Digest.of(raw.toString()), detail));
        Placed placed = new Placed(spec, standing.operations(), attributes, Placed.Kind.MADE, scope.now());
        String other = beside.isEmpty() ? "" : "; made anew: " + beside;
        return Finished.proved(scope, placed, spec.release() + ", " + detail + other, List.of(evidence));
    }

    /** The image is looked at afresh right before anything of it is started. */
    private Optional<Failure> unproved(StepScope scope, BuiltArtifact built) {
        return built.image().flatMap(image -> images.flatMap(line -> line.unproved(scope, image)));
    }

    /** Once a part of the new release stands, the run goes through with it, or that part would belong to nobody. */
    private static boolean begun(StepScope scope) {
        return scope.ledger().entries().stream()
                .map(Entry::intent)
                .filter(intent -> intent.action() == Action.ENSURE)
                .anyMatch(intent -> !Removal.gone(scope, intent.key()));
    }

    private static Duration unsettled(StepScope scope, PlacedOperation placed) {
        return scope.ledger()
                .find(placed.key(), Action.ENSURE)
                .map(entry -> entry.unsettled(scope.now()))
                .orElse(Duration.ZERO);
    }

    private static boolean receives(StepScope scope, ProviderCalls calls, PlacedRelease live) {
        return calls.value("traffic", () -> calls.provider().traffic(scope.context(), live.spec()))
                .value()
                .flatMap(TrafficState::route)
                .filter(r -> r.release().equals(live.release().id()))
                .filter(r -> r.digest().equals(live.release().digest()))
                .isPresent();
    }

    private ReleaseSpec spec(ApplicationId application, Order order) {
        DeploymentPlan plan = order.request().plan();
        Map<String, SecretRef> secrets = new LinkedHashMap<>(plan.secrets());
        plan.bindings().forEach((service, url) -> secrets.put(service.variable(), url));
        for (String name : order.source().recipe().secrets().keySet()) {
            secrets.computeIfAbsent(name, n -> mint.mint(application, n));
        }
        List<String> command = order.source().command(plan);
        Workload workload = Workload.builder(order.built().digest(), command)
                .addEnvironment(plan.environment())
                .addSecrets(secrets)
                .healthPath(healthPath(plan, order.source().recipe()))
                .replicas(order.sizing().replicas())
                .port(plan.port().isPresent() ? plan.port().getAsInt() : null)
                .resources(order.sizing().resources())
                .image(order.built().image().orElse(null))
                .build();
        Digest digest = Digest.of(Json.write(List.of(workload, order.sizing().placement())));
        return new ReleaseSpec(
                application, order.request().release(), digest, order.sizing().placement(), workload);
    }

    /** What the plan states counts before what is known of the source. */
    private static String healthPath(DeploymentPlan plan, Recipe recipe) {
        boolean stated = !plan.healthPath().equals(DeploymentPlan.DEFAULT_HEALTH_PATH);
        return stated || recipe.probes().isEmpty()
                ? plan.healthPath()
                : recipe.probes().get(0).path();
    }
}
