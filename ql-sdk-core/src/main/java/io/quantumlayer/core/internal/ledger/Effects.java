package io.quantumlayer.core.internal.ledger;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The protocol of one outside effect: a known result is not asked for again; an intent without an answer is settled by
 * looking first; only then is the intent written and the call made. ABSENT counts only after the settle time.
 * Stateless.
 */
public final class Effects {
    private final RunLedger ledger;
    private final CallContext context;

    /**
     * Creates the protocol for one step call.
     *
     * @param ledger the run's ledger
     * @param context the step's context
     */
    public Effects(RunLedger ledger, CallContext context) {
        this.ledger = ledger;
        this.context = context;
    }

    /**
     * Makes an effect once.
     *
     * @param intent the effect
     * @param call makes it
     * @param look looks for it
     * @return what was made, pending, or the failure
     */
    public Effect<Map<String, String>> make(
            Intent intent, Supplier<Effect<Map<String, String>>> call, Supplier<Observation> look) {
        Entry entry = ledger.find(intent.key(), intent.action()).orElse(null);
        if (entry == null) {
            return begin(intent, call);
        }
        if (entry.is(Result.State.DONE)) {
            return Effect.done(entry.result().orElseThrow().attributes());
        }
        if (entry.is(Result.State.PENDING)) {
            return ask(intent, call);
        }
        return settle(entry, call, look);
    }

    /**
     * Makes an effect stand again that was made by an earlier run: it is looked for first, and made only if it is
     * absent.
     *
     * @param intent the effect
     * @param call makes it
     * @param look looks for it
     * @return what stands, pending, or the failure
     */
    public Effect<Map<String, String>> restore(
            Intent intent, Supplier<Effect<Map<String, String>>> call, Supplier<Observation> look) {
        if (ledger.find(intent.key(), intent.action()).isPresent()) {
            return make(intent, call, look);
        }
        Observation seen = look.get();
        return switch (seen.presence()) {
            case PRESENT -> {
                ledger.intend(intent);
                note(intent, Result.State.DONE, seen.attributes(), "stands");
                yield Effect.done(seen.attributes());
            }
            case UNKNOWN -> Effect.failed(unclear(intent));
            case ABSENT -> begin(intent, call);
        };
    }

    private Effect<Map<String, String>> settle(
            Entry entry, Supplier<Effect<Map<String, String>>> call, Supplier<Observation> look) {
        Observation seen = look.get();
        Intent intent = entry.intent();
        return switch (seen.presence()) {
            case PRESENT -> {
                note(intent, Result.State.DONE, seen.attributes(), "found");
                yield Effect.done(seen.attributes());
            }
            case UNKNOWN -> Effect.failed(unclear(intent));
            case ABSENT -> again(entry, call);
        };
    }

    private Effect<Map<String, String>> again(Entry entry, Supplier<Effect<Map<String, String>>> call) {
        Operation operation = entry.intent().operation();
        if (entry.result().isEmpty() && operation.findBy() == FindBy.NOTHING) {
            return Effect.failed(Failure.of(
                            ErrorType.UNKNOWN,
                            "effect.lost",
                            "the answer to " + name(operation) + " was lost and its effect cannot be looked for")
                    .notRetryable());
        }
        Duration left = entry.unsettled(context.clock().instant());
        return left.isZero() ? begin(entry.intent(), call) : Effect.pending(left);
    }

    private Effect<Map<String, String>> begin(Intent intent, Supplier<Effect<Map<String, String>>> call) {
        ledger.intend(intent);
        return ask(intent, call);
    }

    private Effect<Map<String, String>> ask(Intent intent, Supplier<Effect<Map<String, String>>> call) {
        Effect<Map<String, String>> answer = call.get();
        switch (answer.kind()) {
            case DONE -> note(intent, Result.State.DONE, answer.value().orElseThrow(), "made");
            case PENDING -> note(intent, Result.State.PENDING, Map.of(), "under way");
            case FAILED ->
                note(
                        intent,
                        Result.State.FAILED,
                        Map.of(),
                        answer.failure().orElseThrow().toString());
        }
        return answer;
    }

    /**
     * Makes an effect that nobody can look for, and whose call finds under its key what an earlier one made: a lost
     * answer is settled by the same call once more.
     *
     * @param intent the effect
     * @param call makes it, or finds it made
     * @return what was made, pending, or the failure
     */
    public Effect<Map<String, String>> repeat(Intent intent, Supplier<Effect<Map<String, String>>> call) {
        Entry entry = ledger.find(intent.key(), intent.action()).orElse(null);
        if (entry == null || entry.is(Result.State.FAILED)) {
            return begin(intent, call);
        }
        return entry.is(Result.State.DONE)
                ? Effect.done(entry.result().orElseThrow().attributes())
                : ask(intent, call);
    }

    /**
     * Removes an effect and sees it absent.
     *
     * @param intent the removal, with the key of the effect
     * @param call removes it
     * @param look looks for it
     * @return done once it was seen absent, pending, or the failure
     */
    public Effect<Observation> remove(
            Intent intent, Supplier<Effect<Map<String, String>>> call, Supplier<Observation> look) {
        Entry entry = ledger.find(intent.key(), Action.REMOVE).orElse(null);
        if (entry == null || !entry.is(Result.State.DONE)) {
            Effect<Map<String, String>> asked =
                    entry != null && entry.is(Result.State.PENDING) ? ask(intent, call) : begin(intent, call);
            if (asked.kind() != Effect.Kind.DONE) {
                return asked.fold(done -> Effect.pending(Duration.ZERO), Effect::pending, Effect::failed);
            }
        }
        return absent(ledger.find(intent.key(), Action.REMOVE).orElseThrow(), look);
    }

    private Effect<Observation> absent(Entry removal, Supplier<Observation> look) {
        Intent intent = removal.intent();
        Duration left = removal.unsettled(context.clock().instant());
        if (!left.isZero()) {
            return Effect.pending(left);
        }
        Observation seen = look.get();
        if (seen.presence() == Observation.Presence.ABSENT) {
            note(intent, Result.State.GONE, Map.of(), "seen absent");
            return Effect.done(seen);
        }
        note(intent, Result.State.FAILED, Map.of(), "still " + seen.presence());
        return Effect.failed(Failure.of(
                ErrorType.DEPENDENCY,
                "effect.remains",
                name(intent.operation()) + " was removed and is still " + seen.presence()));
    }

    private void note(Intent intent, Result.State state, Map<String, String> attributes, String detail) {
        ledger.note(new Result(intent.key(), intent.action(), state, attributes, detail));
    }

    private static Failure unclear(Intent intent) {
        return Failure.of(
                ErrorType.DEPENDENCY,
                "effect.unclear",
                "nobody can say whether " + name(intent.operation()) + " stands; it is looked for again");
    }

    private static String name(Operation operation) {
        return operation.id() + " " + operation.resource();
    }
}
