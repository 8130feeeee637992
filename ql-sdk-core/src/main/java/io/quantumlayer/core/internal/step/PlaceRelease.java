package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Map<String, String> attributes = new LinkedHashMap<>();
        for (PlacedOperation placed : operations) {
            Optional<Result> known = scope.ledger()
                    .find(placed.key(), Action.ENSURE)
                    .flatMap(Entry::result)
                    .filter(r -> r.state() == Result.State.DONE);
            if (known.isEmpty()) {
                return ensure(scope, calls, spec, placed)
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

    private static Effect<Map<String, String>> ensure(
            StepScope scope, ProviderCalls calls, ReleaseSpec spec, PlacedOperation placed) {
        Operation operation = placed.operation();
        Intent intent = new Intent(placed.key(), Action.ENSURE, calls.provider().id(), operation);
        return scope.effects()
                .make(
                        intent,
                        () -> calls.effect(
                                "ensure " + operation.id(),
                                () -> calls.provider().ensure(scope.keyed(placed.key()), spec, operation)),
                        () -> calls.observe(scope.keyed(placed.key()), operation));
    }
}
