package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.state.Origin;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.ReleaseChange;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** After step 12: records the release as live, then removes the releases that the plan does not retain. */
final class CommitStep implements Step<CommitStep.Subject, List<ReleaseId>> {
    private final Providers providers;
    private final Releases releases;
    private final ArtifactBuilder builder;
    private final List<Monitor> monitors;
    private final PublishedImages published;
    private final Adoption adoption;

    CommitStep(Tools tools) {
        this.providers = tools.providers();
        this.releases = tools.releases();
        this.builder = tools.builder();
        this.monitors = tools.monitors();
        this.published = new PublishedImages(tools);
        this.adoption = new Adoption(tools);
    }

    /**
     * What is recorded.
     *
     * @param request the deployment
     * @param placed the release
     * @param source what it came from
     * @param live where it is live
     */
    record Subject(DeployRequest request, Placed placed, SourceTaken source, Live live) {}

    @Override
    public Effect<Finished<List<ReleaseId>>> run(StepScope scope, Subject subject) {
        ReleaseBook book = releases.book(scope.application());
        if (subject.placed().unchanged()) {
            return retiring(scope, book, subject)
                    ? retire(scope, book, subject)
                    : cleared(scope, subject).fold(gone -> unchanged(scope, gone), Effect::pending, Effect::failed);
        }
        ReleaseId id = subject.placed().spec().release();
        boolean recorded =
                book.current().filter(c -> c.release().id().equals(id)).isPresent();
        if (!recorded) {
            ReleaseChange change = new ReleaseChange(ReleaseChange.Kind.LIVE, id, placed(scope, subject));
            scope.ledger().append(Releases.record(change, scope.now()));
            return Effect.pending(Duration.ZERO);
        }
        if (subject.placed().adopted()) {
            adoption.adopt(scope, subject.placed());
        }
        return retire(scope, book, subject);
    }

    private static Effect<Finished<List<ReleaseId>>> unchanged(StepScope scope, String cleared) {
        return Finished.notApplicable(scope, List.of(), "unchanged: nothing to record" + cleared);
    }

    /** Time alone makes a release too old, so that a deployment without a change retires as well. */
    private static boolean retiring(StepScope scope, ReleaseBook book, Subject subject) {
        return surplus(scope, book, subject).isPresent()
                || scope.ledger().entries().stream()
                        .anyMatch(entry -> entry.intent().action() == Action.REMOVE);
    }

    /** What the caller gave to be taken over and no release uses goes like any former release. */
    private Effect<String> cleared(StepScope scope, Subject subject) {
        return subject.request().adopt()
                ? adoption.clear(scope).fold(gone -> Effect.done("; " + gone), Effect::pending, Effect::failed)
                : Effect.done("");
    }

    private static PlacedRelease placed(StepScope scope, Subject subject) {
        ReleaseSpec spec = subject.placed().spec();
        Instant since = subject.placed().adopted() ? subject.placed().at() : scope.now();
        Release release =
                new Release(spec.release(), spec.digest(), spec.workload().artifact(), spec.placement(), since);
        Origin origin = new Origin(
                subject.request().planDigest(),
                subject.source().digest(),
                subject.source().recipe(),
                subject.live().address().toString(),
                subject.live().schema());
        return new PlacedRelease(
                release,
                spec,
                subject.placed().operations(),
                origin,
                subject.placed().attributes());
    }

    private Effect<Finished<List<ReleaseId>>> retire(StepScope scope, ReleaseBook book, Subject subject) {
        Optional<PlacedRelease> victim = surplus(scope, book, subject);
        if (victim.isEmpty()) {
            return cleared(scope, subject).fold(gone -> finished(scope, book, gone), Effect::pending, Effect::failed);
        }
        PlacedRelease release = victim.get();
        for (Monitor monitor : monitors) {
            Effect<?> detached = new Attachment(scope, monitor).detach(ObserveStep.seenBy(release));
            if (detached.kind() != Effect.Kind.DONE) {
                return detached.fold(done -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
        }
        ProviderCalls calls = providers.get(release.spec().placement().providerId());
        Set<String> shared = book.resources(release.release().id());
        List<PlacedOperation> backwards = new ArrayList<>(release.operations());
        Collections.reverse(backwards);
        for (PlacedOperation operation : backwards) {
            boolean stays = shared.contains(operation.operation().resource());
            if (!stays && !Removal.gone(scope, operation.key())) {
                Effect<Observation> removed = Removal.of(scope, calls, operation);
                return removed.fold(seen -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
        }
        ReleaseChange change =
                new ReleaseChange(ReleaseChange.Kind.REMOVED, release.release().id(), null);
        scope.ledger().append(Releases.record(change, scope.now()));
        return Effect.pending(Duration.ZERO);
    }

    private Effect<Finished<List<ReleaseId>>> finished(StepScope scope, ReleaseBook book, String cleared) {
        Optional<PlacedOperation> image = published.unused(scope, book);
        if (image.isPresent()) {
            return withdrawn(scope, image.get());
        }
        builder.discard(scope.keyed(BuildStep.key(scope)));
        List<ReleaseId> kept = book.placed().stream().map(r -> r.release().id()).toList();
        return Finished.proved(scope, kept, kept.size() + " release(s) kept" + cleared, List.of());
    }

    /** An image that cannot be removed does not undo a release: it stays in the ledger, and destroy tries again. */
    private Effect<Finished<List<ReleaseId>>> withdrawn(StepScope scope, PlacedOperation pushed) {
        return published
                .remove(scope, pushed)
                .fold(seen -> Effect.pending(Duration.ZERO), Effect::pending, f -> Effect.pending(Duration.ZERO));
    }

    private static Optional<PlacedRelease> surplus(StepScope scope, ReleaseBook book, Subject subject) {
        int keep = subject.request().plan().retention().releases();
        Optional<Instant> oldest = subject.request()
                .plan()
                .retention()
                .maxAge()
                .map(age -> scope.now().minus(age));
        List<PlacedRelease> placed = book.placed();
        Optional<PlacedRelease> previous = book.previous();
        for (int i = placed.size() - 1; i > 0; i--) {
            PlacedRelease release = placed.get(i);
            boolean needed = previous.filter(release::equals).isPresent();
            boolean old = oldest.filter(o -> release.release().createdAt().isBefore(o))
                    .isPresent();
            if (!needed && (placed.size() > keep || old)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
