package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;

/** Removes the effect of one operation and sees it absent. */
final class Removal {
    private Removal() {}

    static boolean gone(StepScope scope, String key) {
        return scope.ledger()
                .find(key, Action.REMOVE)
                .flatMap(Entry::result)
                .filter(r -> r.state() == Result.State.GONE)
                .isPresent();
    }

    static Effect<Observation> of(StepScope scope, ProviderCalls calls, PlacedOperation placed) {
        Operation operation = placed.operation();
        CallContext context = scope.keyed(placed.key());
        Intent intent = new Intent(placed.key(), Action.REMOVE, calls.provider().id(), operation);
        return scope.effects()
                .remove(
                        intent,
                        () -> calls.effect(
                                "remove " + operation.id(),
                                () -> calls.provider().remove(context, operation)),
                        () -> calls.observe(context, operation));
    }
}
