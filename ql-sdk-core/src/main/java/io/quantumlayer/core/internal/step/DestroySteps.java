package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.flow.FlowStep;
import io.quantumlayer.core.internal.flow.FlowStep.Phase;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.ReleaseChange;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a removal in one list: adopt what nobody remembers, detach, switch off, remove in reverse and see it
 * absent, record.
 */
final class DestroySteps {
    static final String ADOPT = "adopt";
    static final String DETACH = "detach";
    static final String SWITCH_OFF = "switch-off";
    static final String REMOVE = "remove";
    static final String FORGET = "forget";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Providers providers;
    private final Releases releases;
    private final List<Monitor> monitors;
    private final SecretMint mint;
    private final PublishedImages published;
    private final Adoption adoption;

    private DestroySteps(Tools t) {
        this.mint = t.mint();
        this.providers = t.providers();
        this.releases = t.releases();
        this.monitors = t.monitors();
        this.published = new PublishedImages(t);
        this.adoption = new Adoption(t);
    }

    static List<StepBinding<?, ?>> of(Tools t) {
        DestroySteps steps = new DestroySteps(t);
        return List.of(
                steps.binding(ADOPT, (scope, reader) -> steps.adoption.adopt(scope)),
                steps.binding(DETACH, steps::detach),
                steps.binding(SWITCH_OFF, steps::switchOff),
                steps.binding(REMOVE, steps::remove),
                steps.binding(FORGET, steps::forget));
    }

    private <O> StepBinding<ReleaseBookReader, O> binding(String id, Step<ReleaseBookReader, O> step) {
        ReleaseBookReader reader = scope -> releases.book(scope.application());
        return new StepBinding<>(new FlowStep(id, TIMEOUT, Phase.PREPARE), d -> reader, step);
    }

    /** Reads the releases of the application that a call is about. */
    @FunctionalInterface
    interface ReleaseBookReader {
        ReleaseBook of(StepScope scope);
    }

    private Effect<Finished<Integer>> detach(StepScope scope, ReleaseBookReader reader) {
        List<PlacedRelease> placed = reader.of(scope).placed();
        List<Effect<?>> detached = new ArrayList<>();
        for (Monitor monitor : monitors) {
            Attachment attachment = new Attachment(scope, monitor);
            placed.forEach(release -> detached.add(attachment.detach(ObserveStep.seenBy(release))));
            releases.watched(scope.application(), monitor.id()).stream()
                    .filter(intent -> !of(placed, intent))
                    .forEach(intent -> detached.add(attachment.detach(intent)));
        }
        Optional<Failure> failure =
                detached.stream().flatMap(d -> d.failure().stream()).findFirst();
        if (failure.isPresent()) {
            return Effect.failed(failure.get());
        }
        return placed.isEmpty() && detached.isEmpty()
                ? Finished.notApplicable(scope, 0, "nothing is placed")
                : Finished.proved(scope, placed.size(), monitors.size() + " monitor(s) detached", List.of());
    }

    private static boolean of(List<PlacedRelease> placed, Intent attached) {
        return placed.stream()
                .anyMatch(r -> attached.operation()
                        .resource()
                        .equals(attached.provider() + "-" + r.release().id()));
    }

    private Effect<Finished<String>> switchOff(StepScope scope, ReleaseBookReader reader) {
        Optional<ReleaseSpec> any =
                reader.of(scope).placed().stream().map(PlacedRelease::spec).findFirst();
        Optional<String> provider = any.map(spec -> spec.placement().providerId())
                .or(() -> releases.remains(scope.application(), scope.run()).stream()
                        .map(Intent::provider)
                        .findFirst());
        if (provider.isEmpty()) {
            return Finished.notApplicable(scope, "", "nothing is placed");
        }
        ReleaseSpec spec = any.orElseGet(() -> NoRelease.of(scope.application()));
        ProviderCalls calls = providers.get(provider.get());
        Effect<Map<String, String>> off = new TrafficSwitch(scope, calls).off(spec);
        if (off.kind() != Effect.Kind.DONE) {
            return off.fold(done -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
        }
        return LiveProof.traffic(scope.context(), calls, spec)
                .fold(
                        state -> state.route().isEmpty()
                                ? off(scope, spec, state.raw())
                                : Effect.failed(Failure.of(
                                        ErrorType.DEPENDENCY, "traffic.stuck", "the public address still answers")),
                        Effect::pending,
                        Effect::failed);
    }

    private static Effect<Finished<String>> off(StepScope scope, ReleaseSpec spec, Digest raw) {
        Evidence evidence = scope.evidence(
                Claim.ABSENT,
                spec.digest(),
                new Witness.Seen("traffic", spec.placement().providerId(), raw, "no release receives traffic"));
        return Finished.proved(scope, "off", "the public address is off", List.of(evidence));
    }

    private Effect<Finished<Integer>> remove(StepScope scope, ReleaseBookReader reader) {
        List<Evidence> evidence = new ArrayList<>();
        for (Doomed next : doomed(scope, reader.of(scope).placed())) {
            PlacedOperation operation = next.operation();
            if (!Removal.gone(scope, operation.key())) {
                return removed(scope, next)
                        .fold(seen -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
            Observation seen = observed(scope, next);
            if (seen.presence() != Observation.Presence.ABSENT) {
                return Effect.failed(Unseen.failure(operation.operation(), seen));
            }
            String detail =
                    operation.operation().id() + " " + operation.operation().resource() + " is absent";
            evidence.add(scope.evidence(
                    Claim.ABSENT, next.subject(), new Witness.Seen("observe", next.provider(), seen.raw(), detail)));
        }
        return Finished.proved(scope, evidence.size(), evidence.size() + " resources seen absent", evidence);
    }

    private Effect<Observation> removed(StepScope scope, Doomed doomed) {
        return doomed.isImage()
                ? published.remove(scope, doomed.operation())
                : Removal.of(scope, providers.get(doomed.provider()), doomed.operation());
    }

    private Observation observed(StepScope scope, Doomed doomed) {
        PlacedOperation placed = doomed.operation();
        return doomed.isImage()
                ? published.look(scope, placed)
                : providers.get(doomed.provider()).observe(scope.keyed(placed.key()), placed.operation());
    }

    /**
     * Something that is to go.
     *
     * @param provider where it is
     * @param operation what made it
     * @param subject what it belonged to
     */
    private record Doomed(String provider, PlacedOperation operation, Digest subject) {
        boolean isImage() {
            return provider.equals(PublishedImages.ID);
        }
    }

    /**
     * Everything that is to go, in the order to remove it: the remains of failed runs, then release by release, and
     * the images once nothing runs them.
     */
    private List<Doomed> doomed(StepScope scope, List<PlacedRelease> placed) {
        Map<String, Doomed> byResource = new LinkedHashMap<>();
        for (Intent intent : releases.remains(scope.application(), scope.run())) {
            byResource.put(
                    intent.operation().resource(),
                    new Doomed(intent.provider(), PlacedOperation.of(intent), Digest.of(intent.key())));
        }
        for (PlacedRelease release : placed) {
            List<PlacedOperation> operations = new ArrayList<>(release.operations());
            Collections.reverse(operations);
            for (PlacedOperation operation : operations) {
                // A shared resource moves to the end: it goes when the last release that uses it is gone.
                byResource.remove(operation.operation().resource());
                byResource.put(
                        operation.operation().resource(),
                        new Doomed(
                                release.spec().placement().providerId(),
                                operation,
                                release.spec().digest()));
            }
        }
        for (PlacedOperation pushed : published.all(scope)) {
            byResource.put(
                    pushed.operation().resource(), new Doomed(PublishedImages.ID, pushed, Digest.of(pushed.key())));
        }
        return List.copyOf(byResource.values());
    }

    private Effect<Finished<List<ReleaseId>>> forget(StepScope scope, ReleaseBookReader reader) {
        List<ReleaseId> ids =
                reader.of(scope).placed().stream().map(r -> r.release().id()).toList();
        for (ReleaseId id : ids) {
            ReleaseChange change = new ReleaseChange(ReleaseChange.Kind.REMOVED, id, null);
            scope.ledger().append(Releases.record(change, scope.now()));
        }
        mint.forget(scope.application());
        return Finished.proved(scope, ids, ids.size() + " release(s) forgotten", List.of());
    }

    List<String> leftovers(StepScope scope) {
        return doomed(scope, releases.book(scope.application()).placed()).stream()
                .map(Doomed::operation)
                .filter(o -> !Removal.gone(scope, o.key()))
                .map(o -> o.operation().resource())
                .toList();
    }

    static DestroySteps leftoversOf(Tools t) {
        return new DestroySteps(t);
    }
}
