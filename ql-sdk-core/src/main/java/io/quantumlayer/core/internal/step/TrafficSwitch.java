package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** Moves the traffic of an application as an effect of the ledger: to a release, or away. */
final class TrafficSwitch {
    private final StepScope scope;
    private final ProviderCalls calls;

    TrafficSwitch(StepScope scope, ProviderCalls calls) {
        this.scope = scope;
        this.calls = calls;
    }

    Effect<Map<String, String>> to(ReleaseSpec spec) {
        return move("switch-traffic", Action.SWITCH, spec);
    }

    Effect<Map<String, String>> backTo(ReleaseSpec spec) {
        return move("switch-back", Action.SWITCH_OFF, spec);
    }

    Effect<Map<String, String>> off(ReleaseSpec spec) {
        Operation operation = operation("switch-off", scope.application().name(), spec);
        String key = scope.key(operation.id(), operation.resource());
        Intent intent = new Intent(key, Action.SWITCH_OFF, calls.provider().id(), operation);
        return scope.effects()
                .make(
                        intent,
                        () -> calls.effect("switch-off", () -> calls.provider().switchOff(scope.keyed(key), spec)),
                        () -> seen(spec, state -> state.route().isEmpty()));
    }

    private Effect<Map<String, String>> move(String id, Action action, ReleaseSpec spec) {
        Operation operation = operation(id, spec.release().value(), spec);
        String key = scope.key(operation.id(), operation.resource());
        Intent intent = new Intent(key, action, calls.provider().id(), operation);
        return scope.effects()
                .make(
                        intent,
                        () -> calls.effect("switch", () -> calls.provider().switchTraffic(scope.keyed(key), spec)),
                        () -> seen(spec, state -> LiveProof.presence(state, spec) == Observation.Presence.PRESENT));
    }

    private static Operation operation(String id, String resource, ReleaseSpec spec) {
        return new Operation(
                id,
                resource,
                FindBy.NAME,
                Duration.ZERO,
                Map.of("digest", spec.digest().toString()));
    }

    private Observation seen(ReleaseSpec spec, Predicate<TrafficState> stands) {
        return LiveProof.traffic(scope.context(), calls, spec)
                .fold(
                        state -> new Observation(
                                stands.test(state) ? Observation.Presence.PRESENT : Observation.Presence.ABSENT,
                                state.at(),
                                state.raw(),
                                Map.of()),
                        wait -> unclear("pending"),
                        failure -> unclear(failure.toString()));
    }

    private Observation unclear(String why) {
        return new Observation(Observation.Presence.UNKNOWN, scope.now(), Digest.of(why), Map.of("reason", why));
    }
}
