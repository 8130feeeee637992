package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.builder.EarlierBuild;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.gate.Terms;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 7: builds the artifact from exactly the scanned source, or reuses what the same source gave before. */
final class BuildStep implements Step<BuildStep.Order, BuiltArtifact> {
    private final ArtifactBuilder builder;
    private final ArtifactStore artifacts;
    private final Releases releases;
    private final Optional<ImageLine> images;
    private final boolean reuse;

    BuildStep(Tools tools) {
        this.builder = tools.builder();
        this.artifacts = tools.artifacts();
        this.releases = tools.releases();
        this.images = tools.images();
        this.reuse = tools.reuse();
    }

    /**
     * What is to be built.
     *
     * @param source the taken source
     * @param scanned what was scanned
     * @param command how it is started
     * @param terms what the plan says to the gate
     */
    record Order(SourceTaken source, Scanned scanned, List<String> command, Terms terms) {}

    static String key(StepScope scope) {
        return scope.key("build", "artifact");
    }

    @Override
    public Effect<Finished<BuiltArtifact>> run(StepScope scope, Order order) {
        if (!order.scanned().source().equals(order.source().digest())) {
            return Effect.failed(Failure.of(
                    ErrorType.VALIDATION, "build.unscanned", "the source to build is not the one that was scanned"));
        }
        Optional<PlacedRelease> same = releases.book(scope.application())
                .current()
                .filter(r -> reuse)
                .filter(r -> r.origin().source().equals(order.source().digest()))
                .filter(r -> r.origin().recipe().equals(order.source().recipe()))
                .filter(r -> artifacts.verify(r.release().artifact()));
        if (same.isPresent()) {
            Release current = same.get().release();
            String said = "REUSED, not built or tested now: the artifact of the current release " + current.id()
                    + ", made of an equal source by equal commands and live since " + current.createdAt();
            BuiltArtifact reused =
                    new BuiltArtifact(current.artifact(), order.source().digest(), List.of(said));
            return finished(scope, order, reused);
        }
        intend(scope);
        BuildRequest request =
                new BuildRequest(order.source().digest(), order.source().recipe());
        return builder.build(scope.keyed(key(scope)), request)
                .fold(built -> finished(scope, order, built), Effect::pending, Effect::failed);
    }

    private void intend(StepScope scope) {
        String key = key(scope);
        if (scope.ledger().find(key, Action.BUILD).isEmpty()) {
            Operation operation = new Operation("build", "artifact", FindBy.PROCESS_MARKER, Duration.ZERO, Map.of());
            scope.ledger().intend(new Intent(key, Action.BUILD, builder.id(), operation));
        }
    }

    private static String reused(EarlierBuild earlier) {
        return "REUSED, not built or tested now: passed at " + earlier.at() + " in run " + earlier.run()
                + " from an equal source with equal commands and tools, artifact read and verified now; said then: ";
    }

    private Effect<Finished<BuiltArtifact>> finished(StepScope scope, Order order, BuiltArtifact built) {
        String detail = built.reused().map(BuildStep::reused).orElse("") + String.join("; ", built.notes());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(scope.evidence(
                Claim.BUILT,
                built.digest(),
                new Witness.Seen(built.reused().isPresent() ? "reuse" : "build", builder.id(), built.log(), detail)));
        String summary = built.digest().hex().substring(0, 12) + (detail.isEmpty() ? "" : ", " + detail);
        if (images.isEmpty()) {
            return Finished.proved(scope, built, summary, evidence);
        }
        return images.get()
                .make(scope, order, built)
                .fold(
                        made -> {
                            evidence.addAll(made.evidence());
                            return Finished.proved(
                                    scope, built.with(made.image()), summary + "; " + made.summary(), evidence);
                        },
                        Effect::pending,
                        Effect::failed);
    }
}
