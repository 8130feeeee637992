package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.generator.GeneratedSource;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.core.internal.recognize.SourceRecognition;
import io.quantumlayer.core.internal.state.Origin;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.Releases;
import java.util.List;
import java.util.Optional;

/** Step 5: generates the source, reuses what the same plan generated before, or takes the given one. */
final class GenerateStep implements Step<GenerateStep.Order, SourceTaken> {
    private final GeneratorChoice generators;
    private final SourceRecognition recognition;
    private final ArtifactStore artifacts;
    private final Releases releases;

    GenerateStep(
            GeneratorChoice generators, SourceRecognition recognition, ArtifactStore artifacts, Releases releases) {
        this.generators = generators;
        this.recognition = recognition;
        this.artifacts = artifacts;
        this.releases = releases;
    }

    /**
     * What is ordered.
     *
     * @param request the deployment
     * @param spec the analysed application
     */
    record Order(DeployRequest request, AppSpec spec) {}

    @Override
    public Effect<Finished<SourceTaken>> run(StepScope scope, Order order) {
        DeploymentPlan plan = order.request().plan();
        return switch (plan.source().kind()) {
            case REQUIREMENT -> generated(scope, order);
            case SOURCE_DIRECTORY, STATIC_SITE -> given(scope, plan);
            case CONTAINER_IMAGE -> Effect.failed(unsupported(plan.source()));
        };
    }

    private Effect<Finished<SourceTaken>> generated(StepScope scope, Order order) {
        Optional<Origin> before = releases.book(scope.application())
                .current()
                .map(PlacedRelease::origin)
                .filter(o -> o.plan().equals(order.request().planDigest()) && artifacts.contains(o.source()));
        if (before.isPresent()) {
            SourceTaken reused = new SourceTaken(
                    before.get().source(), "reused", before.get().recipe());
            return taken(scope, reused, "source of the same plan, generated before");
        }
        Effect<Generator> choice = generators.choose(
                order.spec(), order.request().plan().bindings().keySet());
        return choice.fold(
                generator -> generator
                        .generate(
                                scope.context(),
                                order.spec(),
                                order.request().plan().name())
                        .fold(source -> stored(scope, source), Effect::pending, Effect::failed),
                Effect::pending,
                Effect::failed);
    }

    private Effect<Finished<SourceTaken>> stored(StepScope scope, GeneratedSource source) {
        Digest digest = artifacts.put(source.files());
        int count = source.files().paths().size();
        return taken(
                scope,
                new SourceTaken(digest, source.origin(), source.recipe()),
                source.origin() + ", " + count + " files");
    }

    private Effect<Finished<SourceTaken>> given(StepScope scope, DeploymentPlan plan) {
        SourceRecognition.Taken given = recognition.take(plan, artifacts);
        String seen = String.join("; ", given.seen());
        return taken(
                scope, new SourceTaken(given.digest(), "given directory", given.recipe()), "given directory; " + seen);
    }

    private static Effect<Finished<SourceTaken>> taken(StepScope scope, SourceTaken source, String summary) {
        return Finished.proved(
                scope, source, summary + ", " + source.digest().hex().substring(0, 12), List.of());
    }

    private static Failure unsupported(Source source) {
        return Failure.of(
                ErrorType.VALIDATION,
                "source.unsupported",
                "a source of kind " + source.kind() + " cannot be deployed by this version; use a requirement or a"
                        + " directory");
    }
}
