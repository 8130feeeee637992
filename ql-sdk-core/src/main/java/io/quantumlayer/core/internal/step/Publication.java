package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One effect on a registry: an image, its signature, or a statement about it.
 *
 * <p>What was there before anything was intended belongs to whoever put it there: it gets no entry, so that nothing
 * removes it later.
 *
 * @param scope the step's call
 * @param intent the effect
 * @param call makes it
 * @param there looks whether it stands
 */
record Publication(StepScope scope, Intent intent, Consumer<CallContext> call, Predicate<CallContext> there) {
    /**
     * What is put into a registry.
     *
     * @param action what kind of effect
     * @param operation what it does, unique within the image's line
     */
    record What(Action action, String operation) {}

    static Intent intent(StepScope scope, What what, ImageReference image) {
        Operation operation = new Operation(what.operation(), image.toString(), FindBy.NAME, Duration.ZERO, Map.of());
        return new Intent(scope.key(what.operation(), image.toString()), what.action(), PublishedImages.ID, operation);
    }

    boolean stands() {
        return scope.ledger()
                .find(intent.key(), intent.action())
                .map(entry -> entry.is(Result.State.DONE))
                .orElseGet(() -> there.test(context()));
    }

    Effect<Map<String, String>> make() {
        return scope.effects().make(intent, this::called, () -> seen(scope, intent.operation(), there.test(context())));
    }

    private CallContext context() {
        return scope.keyed(intent.key());
    }

    private Effect<Map<String, String>> called() {
        try {
            call.accept(context());
            return Effect.done(Map.of());
        } catch (QuantumLayerException refused) {
            return Effect.failed(refused.failure());
        }
    }

    /** What was seen of a thing in a registry. */
    static Observation seen(StepScope scope, Operation operation, boolean stands) {
        return new Observation(
                stands ? Observation.Presence.PRESENT : Observation.Presence.ABSENT,
                scope.now(),
                Digest.of(operation.resource() + stands),
                Map.of());
    }
}
