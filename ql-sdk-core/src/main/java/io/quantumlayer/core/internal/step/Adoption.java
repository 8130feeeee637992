package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.guard.Inventory;
import io.quantumlayer.core.internal.guard.Providers;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import io.quantumlayer.core.internal.state.PlacedOperation;
import io.quantumlayer.core.internal.state.Releases;
import java.time.Duration;
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
        Taken taken = take(scope);
        return taken.count() == 0
                ? Finished.notApplicable(scope, 0, "nothing stands that the journal does not know" + taken.unsearched())
                : Finished.proved(
                        scope,
                        taken.count(),
                        taken.count() + " forgotten resources adopted" + taken.unsearched(),
                        List.of());
    }

    /**
     * What was written into the ledger now.
     *
     * @param count how many resources
     * @param unsearched where nobody could look, or the empty text
     */
    private record Taken(int count, String unsearched) {}

    private Taken take(StepScope scope) {
        Inventory inventory = Inventory.of(providers, scope.context(), scope.application()::equals);
        Set<String> known = known(scope);
        List<Inventory.Found> forgotten = inventory.found().stream()
                .filter(found -> !known.contains(found.resource()))
                .toList();
        forgotten.forEach(
                found -> adopt(scope, found.provider(), found.standing().operation(), key(scope, found)));
        String unsearched =
                inventory.unsearched().isEmpty() ? "" : "; not searched: " + String.join("; ", inventory.unsearched());
        return new Taken(forgotten.size(), unsearched);
    }

    /** Writes the parts of a release that was found standing, once. */
    void adopt(StepScope scope, Placed found) {
        String provider = found.spec().placement().providerId();
        for (PlacedOperation part : found.operations()) {
            boolean noted = scope.ledger()
                    .find(part.key(), Action.ENSURE)
                    .flatMap(Entry::result)
                    .isPresent();
            if (!noted) {
                adopt(scope, provider, part.operation(), part.key());
            }
        }
    }

    /**
     * Takes over what stands beside the placed releases and removes it, last made first; one outside effect a call.
     *
     * @return how many resources are gone and where nobody could look, as one line
     */
    Effect<String> clear(StepScope scope) {
        Set<String> used = releases.book(scope.application()).resources(null);
        List<Intent> strangers = scope.ledger().entries().stream()
                .map(Entry::intent)
                .filter(intent -> intent.action() == Action.ENSURE)
                .filter(intent -> !used.contains(intent.operation().resource()))
                .toList();
        for (int i = strangers.size() - 1; i >= 0; i--) {
            Intent stranger = strangers.get(i);
            if (!Removal.gone(scope, stranger.key())) {
                return Removal.of(scope, providers.get(stranger.provider()), PlacedOperation.of(stranger))
                        .fold(seen -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
        }
        Taken taken = take(scope);
        return taken.count() == 0
                ? Effect.done(strangers.size() + " forgotten resource(s) removed" + taken.unsearched())
                : Effect.pending(Duration.ZERO);
    }

    private Set<String> known(StepScope scope) {
        Set<String> known = new HashSet<>(releases.book(scope.application()).resources(null));
        releases.remains(scope.application(), scope.run())
                .forEach(intent -> known.add(intent.operation().resource()));
        return known;
    }

    private static String key(StepScope scope, Inventory.Found found) {
        Operation operation = found.standing().operation();
        return found.standing().key().orElseGet(() -> scope.key(operation.id(), operation.resource()));
    }

    private static void adopt(StepScope scope, String provider, Operation operation, String key) {
        scope.ledger().intend(new Intent(key, Action.ENSURE, provider, operation));
        scope.ledger().note(new Result(key, Action.ENSURE, Result.State.DONE, Map.of(), "found standing"));
    }
}
