package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Effects;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.PlacedRelease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the operations of a release, exactly one outside effect a call, until all of them stand. */
final class PlaceRelease {
    private PlaceRelease() {}

    /**
     * What stands once a release is placed.
     *
     * @param operations the operations in order
     * @param attributes what the provider told, later operations over earlier ones
     */
    record Standing(List<PlacedOperation> operations, Map<String, String> attributes) {}

    static Effect<Standing> next(
            StepScope scope, ProviderCalls calls, ReleaseSpec spec, List<PlacedOperation> operations) {
        return each(scope, operations, placed -> ensure(new Making(scope, calls, spec, placed), false));
    }

    /** Makes the operations of an earlier run stand again. */
    static Effect<Standing> restore(StepScope scope, ProviderCalls calls, PlacedRelease release) {
        return each(
                scope, release.operations(), placed -> ensure(new Making(scope, calls, release.spec(), placed), true));
    }

    private static Effect<Standing> each(
            StepScope scope,
            List<PlacedOperation> operations,
            Function<PlacedOperation, Effect<Map<String, String>>> ensure) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (PlacedOperation placed : operations) {
            Optional<Result> known = scope.ledger()
                    .find(placed.key(), Action.ENSURE)
                    .flatMap(Entry::result)
                    .filter(r -> r.state() == Result.State.DONE);
            if (known.isEmpty()) {
                return ensure.apply(placed)
                        .fold(done -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
            attributes.putAll(known.get().attributes());
        }
        return Effect.done(new Standing(operations, attributes));
    }

    static Effect<List<PlacedOperation>> plan(StepScope scope, ProviderCalls calls, ReleaseSpec spec) {
        return calls.value("plan", () -> keyed(scope, calls.provider().plan(scope.context(), spec)));
    }

    private static List<PlacedOperation> keyed(StepScope scope, List<Operation> operations) {
        List<PlacedOperation> keyed = new ArrayList<>();
        operations.forEach(o -> keyed.add(new PlacedOperation(scope.key(o.id(), o.resource()), o)));
        return keyed;
    }

    /**
     * One operation on its way.
     *
     * @param scope the step's call
     * @param calls the provider
     * @param spec the release
     * @param placed the operation
     */
    private record Making(StepScope scope, ProviderCalls calls, ReleaseSpec spec, PlacedOperation placed) {
        CallContext context() {
            return scope.keyed(placed.key());
        }

        Effect<Map<String, String>> call() {
            return calls.effect(
                    "ensure " + placed.operation().id(),
                    () -> calls.provider().ensure(context(), spec, placed.operation()));
        }

        Observation look() {
            return calls.observe(context(), placed.operation());
        }
    }

    private static Effect<Map<String, String>> ensure(Making making, boolean again) {
        Intent intent = new Intent(
                making.placed().key(),
                Action.ENSURE,
                making.calls().provider().id(),
                making.placed().operation());
        Effects effects = making.scope().effects();
        return again
                ? effects.restore(intent, making::call, making::look)
                : effects.make(intent, making::call, making::look);
    }
}
