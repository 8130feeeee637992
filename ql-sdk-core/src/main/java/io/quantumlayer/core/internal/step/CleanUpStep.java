package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Undoes what a failed or cancelled run made, in reverse order from its ledger: the traffic goes back to the release
 * that had it, and every resource that no placed release uses is removed and seen absent. One outside effect a call.
 *
 * <p>What cannot be removed does not stop the rest: it is tried again with the whole step, and named when the tries are
 * used up.
 */
final class CleanUpStep {
    private static final int TRIES = 4;

    private final Providers providers;
    private final Releases releases;
    private final ArtifactBuilder builder;
    private final List<Monitor> monitors;
    private final Optional<ImageLine> images;
    private final PublishedImages published;

    CleanUpStep(Tools tools) {
        this.providers = tools.providers();
        this.releases = tools.releases();
        this.builder = tools.builder();
        this.monitors = List.copyOf(tools.monitors());
        this.images = tools.images();
        this.published = new PublishedImages(tools);
    }

    Effect<byte[]> run(StepScope scope) {
        builder.discard(scope.keyed(BuildStep.key(scope)));
        images.ifPresent(line -> line.discard(scope));
        ReleaseBook book = releases.book(scope.application());
        List<String> left = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Entry entry : reversed(scope.ledger().entries())) {
            Effect<?> undone = undo(scope, book, entry);
            if (undone.kind() == Effect.Kind.PENDING) {
                return Effect.pending(undone.checkAfter());
            }
            undone.failure().ifPresent(failure -> {
                left.add(entry.intent().operation().resource());
                failures.add(failure);
            });
        }
        return failures.isEmpty() || scope.attempt() >= TRIES
                ? Effect.done(Json.write(left))
                : Effect.failed(failures.get(0));
    }

    private Effect<?> undo(StepScope scope, ReleaseBook book, Entry entry) {
        return switch (entry.intent().action()) {
            case SWITCH -> giveBack(scope, book, entry);
            case ENSURE -> remove(scope, book, entry);
            case ATTACH -> detach(scope, entry.intent());
            case PUBLISH -> withdraw(scope, book, PlacedOperation.of(entry.intent()));
            case REMOVE, SWITCH_OFF, BUILD, ATTEST, DETACH -> Effect.done(Map.of());
        };
    }

    private Effect<?> detach(StepScope scope, Intent attached) {
        Optional<Monitor> monitor = monitors.stream()
                .filter(m -> m.id().equals(attached.provider()))
                .findFirst();
        if (monitor.isEmpty() || Attachment.gone(scope, attached.key())) {
            return Effect.done(Map.of());
        }
        return new Attachment(scope, monitor.get())
                .detach(attached)
                .fold(done -> Effect.<Map<String, String>>pending(Duration.ZERO), Effect::pending, Effect::failed);
    }

    private Effect<?> remove(StepScope scope, ReleaseBook book, Entry entry) {
        Intent intent = entry.intent();
        Set<String> shared = book.resources(null);
        if (shared.contains(intent.operation().resource()) || Removal.gone(scope, intent.key())) {
            return Effect.done(Map.of());
        }
        ProviderCalls calls = providers.get(intent.provider());
        Effect<Observation> removed = Removal.of(scope, calls, PlacedOperation.of(intent));
        return removed.fold(seen -> Effect.<Observation>pending(Duration.ZERO), Effect::pending, Effect::failed);
    }

    private Effect<?> withdraw(StepScope scope, ReleaseBook book, PlacedOperation pushed) {
        if (published.inUse(book, pushed) || Removal.gone(scope, pushed.key())) {
            return Effect.done(Map.of());
        }
        return published
                .remove(scope, pushed)
                .fold(seen -> Effect.<Observation>pending(Duration.ZERO), Effect::pending, Effect::failed);
    }

    private Effect<?> giveBack(StepScope scope, ReleaseBook book, Entry entry) {
        Intent intent = entry.intent();
        if (entry.is(Result.State.GONE)) {
            return Effect.done(Map.of());
        }
        ProviderCalls calls = providers.get(intent.provider());
        Optional<ReleaseSpec> owner = book.current().map(PlacedRelease::spec);
        TrafficSwitch traffic = new TrafficSwitch(scope, calls);
        Effect<?> asked = owner.isPresent() ? traffic.backTo(owner.get()) : traffic.off(any(scope));
        if (asked.kind() != Effect.Kind.DONE) {
            return asked;
        }
        return LiveProof.traffic(scope.context(), calls, owner.orElseGet(() -> any(scope)))
                .fold(state -> back(scope, intent, state, owner), Effect::pending, Effect::failed);
    }

    private static Effect<?> back(StepScope scope, Intent intent, TrafficState state, Optional<ReleaseSpec> owner) {
        boolean right = state.route()
                .map(route ->
                        owner.filter(o -> o.release().equals(route.release())).isPresent())
                .orElse(owner.isEmpty());
        if (!right) {
            return Effect.failed(Failure.of(
                    ErrorType.DEPENDENCY, "traffic.stuck", "the traffic did not go back to the release that had it"));
        }
        scope.ledger().note(new Result(intent.key(), Action.SWITCH, Result.State.GONE, Map.of(), "traffic given back"));
        return Effect.pending(Duration.ZERO);
    }

    private static ReleaseSpec any(StepScope scope) {
        return NoRelease.of(scope.application());
    }

    private static List<Entry> reversed(List<Entry> entries) {
        List<Entry> copy = new ArrayList<>(entries);
        Collections.reverse(copy);
        return copy;
    }
}
