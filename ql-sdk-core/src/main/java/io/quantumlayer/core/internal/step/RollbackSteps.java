package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.flow.FlowStep;
import io.quantumlayer.core.internal.flow.FlowStep.Phase;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.state.PlacedRelease;
import io.quantumlayer.core.internal.state.ReleaseBook;
import io.quantumlayer.core.internal.state.ReleaseChange;
import io.quantumlayer.core.internal.state.Releases;
import io.quantumlayer.core.internal.state.SchemaMove;
import java.time.Duration;
import java.util.List;

/** The steps of a rollback in one list: find the previous release, start it if needed, probe, switch, probe, record. */
final class RollbackSteps {
    static final String LOCATE = "locate";
    static final String RESTORE = "restore";
    static final String VERIFY = "verify-previous";
    static final String SWITCH = "switch-back";
    static final String RECORD = "record";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private RollbackSteps() {}

    static List<StepBinding<?, ?>> of(Tools t) {
        Probing probing = new Probing(t.prober());
        return List.of(
                new StepBinding<>(
                        place(LOCATE, Phase.PREPARE),
                        d -> d.request(RollbackRequest.class).target(),
                        locate(t.releases())),
                new StepBinding<>(place(RESTORE, Phase.PLACE), d -> found(d), restore(t.providers())).reading(LOCATE),
                new StepBinding<>(place(VERIFY, Phase.PLACE), d -> subject(d), new VerifyStep(t.providers(), probing))
                        .reading(LOCATE, RESTORE),
                new StepBinding<>(place(SWITCH, Phase.PLACE), d -> subject(d), new GoLiveStep(t.providers(), probing))
                        .reading(LOCATE, RESTORE),
                new StepBinding<>(
                                place(RECORD, Phase.AFTER),
                                d -> found(d).release().id(),
                                record(t.releases()))
                        .reading(LOCATE));
    }

    private static FlowStep place(String id, Phase phase) {
        return new FlowStep(id, TIMEOUT, phase);
    }

    private static PlacedRelease found(StepData data) {
        return data.output(LOCATE, PlacedRelease.class);
    }

    private static VerifyStep.Subject subject(StepData data) {
        return new VerifyStep.Subject(
                data.output(RESTORE, Placed.class), found(data).origin().recipe());
    }

    private static Step<ReleaseId, PlacedRelease> locate(Releases releases) {
        return (scope, target) -> {
            ReleaseBook book = releases.book(scope.application());
            return book.placed().stream()
                    .filter(r -> r.release().id().equals(target))
                    .findFirst()
                    .map(r -> Finished.warned(scope, r, target + " is still placed", SchemaMove.warnings(book, target)))
                    .orElseGet(() -> Effect.failed(Failure.of(
                            ErrorType.VALIDATION, "rollback.gone", "release " + target + " is not placed any more")));
        };
    }

    private static Step<PlacedRelease, Placed> restore(Providers providers) {
        return (scope, release) -> {
            ProviderCalls calls = providers.get(release.spec().placement().providerId());
            return PlaceRelease.restore(scope, calls, release)
                    .fold(
                            standing -> Finished.proved(
                                    scope,
                                    new Placed(
                                            release.spec(),
                                            standing.operations(),
                                            standing.attributes(),
                                            Placed.Kind.MADE,
                                            scope.now()),
                                    standing.operations().size() + " resources stand",
                                    List.of()),
                            Effect::pending,
                            Effect::failed);
        };
    }

    private static Step<ReleaseId, ReleaseId> record(Releases releases) {
        return (scope, id) -> {
            boolean recorded = releases.book(scope.application())
                    .current()
                    .filter(c -> c.release().id().equals(id))
                    .isPresent();
            if (!recorded) {
                ReleaseChange change = new ReleaseChange(ReleaseChange.Kind.LIVE, id, null);
                scope.ledger().append(Releases.record(change, scope.now()));
            }
            return Finished.proved(scope, id, id + " is recorded as live", List.of());
        };
    }
}
