package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.guard.Inventory;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.Releases;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes into the ledger what stands of an application and the journal does not know, as if this run had made it, so
 * that whatever a removal does for known things it does for forgotten ones.
 */
final class Adoption {
    private final Providers providers;
    private final Releases releases;

    Adoption(Tools tools) {
        this.providers = tools.providers();
        this.releases = tools.releases();
    }

    Effect<Finished<Integer>> adopt(StepScope scope) {
        Inventory inventory = Inventory.of(providers, scope.context(), scope.application()::equals);
        Set<String> known = known(scope);
        List<Inventory.Found> forgotten = inventory.found().stream()
                .filter(found -> !known.contains(found.resource()))
                .toList();
        forgotten.forEach(found -> adopt(scope, found));
        String unsearched =
                inventory.unsearched().isEmpty() ? "" : "; not searched: " + String.join("; ", inventory.unsearched());
        return forgotten.isEmpty()
                ? Finished.notApplicable(scope, 0, "nothing stands that the journal does not know" + unsearched)
                : Finished.proved(
                        scope,
                        forgotten.size(),
                        forgotten.size() + " forgotten resources adopted" + unsearched,
                        List.of());
    }

    private Set<String> known(StepScope scope) {
        Set<String> known = new HashSet<>(releases.book(scope.application()).resources(null));
        releases.remains(scope.application(), scope.run())
                .forEach(intent -> known.add(intent.operation().resource()));
        return known;
    }

    private static void adopt(StepScope scope, Inventory.Found found) {
        Operation operation = found.standing().operation();
        String key = found.standing().key().orElseGet(() -> scope.key(operation.id(), operation.resource()));
        scope.ledger().intend(new Intent(key, Action.ENSURE, found.provider(), operation));
        scope.ledger().note(new Result(key, Action.ENSURE, Result.State.DONE, Map.of(), "found standing"));
    }
}
