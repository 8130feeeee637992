package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Entry;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Attaches monitors to releases and detaches them, as effects of the ledger. A monitor cannot be asked whether it is
 * attached, and attaching and detaching find under one key what an earlier call did; so a lost answer is settled by
 * asking once more.
 *
 * @param scope the step's call
 * @param monitor the monitor
 */
record Attachment(StepScope scope, Monitor monitor) {
    private static final String RELEASE = "release";
    private static final String PROVIDER = "provider";
    private static final String OF_RELEASE = "of-release.";

    /** Attaches the monitor; what an earlier call of this run attached is only read. */
    Effect<List<Signal>> attach(MonitoredRelease release) {
        AtomicReference<List<Signal>> first = new AtomicReference<>();
        Operation operation = operation(release);
        String key = scope.key(operation.id(), operation.resource());
        Effect<Map<String, String>> attached = scope.effects()
                .repeat(
                        new Intent(key, Action.ATTACH, monitor.id(), operation),
                        () -> monitor.attach(scope.keyed(key), release)
                                .fold(
                                        signals -> {
                                            first.set(signals);
                                            return Effect.done(Map.of());
                                        },
                                        Effect::pending,
                                        Effect::failed));
        return attached.fold(
                done -> Effect.done(
                        first.get() == null ? monitor.read(scope.keyed(key), release) : List.copyOf(first.get())),
                Effect::pending,
                Effect::failed);
    }

    /** Detaches the monitor from a release that an earlier run attached it to. */
    Effect<Map<String, String>> detach(MonitoredRelease release) {
        Operation operation = operation(release);
        return detach(scope.key(operation.id(), operation.resource()), operation);
    }

    /** Detaches the monitor as an intent says, under the key of that intent. */
    Effect<Map<String, String>> detach(Intent attached) {
        return detach(attached.key(), attached.operation());
    }

    private Effect<Map<String, String>> detach(String key, Operation operation) {
        MonitoredRelease release = release(scope.application(), operation);
        return scope.effects().repeat(new Intent(key, Action.DETACH, monitor.id(), operation), () -> {
            try {
                monitor.detach(scope.keyed(key), release);
                return Effect.done(Map.of());
            } catch (QuantumLayerException e) {
                return Effect.failed(e.failure());
            } catch (RuntimeException e) {
                return Effect.failed(Failure.of(
                        ErrorType.DEPENDENCY,
                        "monitor.detach",
                        "monitor " + monitor.id() + " cannot be detached: "
                                + e.getClass().getName()));
            }
        });
    }

    /** Says whether this run has detached what an intent attached. */
    static boolean gone(StepScope scope, String key) {
        return scope.ledger()
                .find(key, Action.DETACH)
                .flatMap(Entry::result)
                .filter(r -> r.state() == Result.State.DONE)
                .isPresent();
    }

    private Operation operation(MonitoredRelease release) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(RELEASE, release.release().value());
        attributes.put(PROVIDER, release.provider());
        release.attributes().forEach((name, value) -> attributes.put(OF_RELEASE + name, value));
        String resource = monitor.id() + "-" + release.release();
        return new Operation("attach-monitor", resource, FindBy.CLIENT_TOKEN, Duration.ZERO, attributes);
    }

    private static MonitoredRelease release(ApplicationId application, Operation operation) {
        Map<String, String> attributes = new LinkedHashMap<>();
        operation.attributes().forEach((name, value) -> {
            if (name.startsWith(OF_RELEASE)) {
                attributes.put(name.substring(OF_RELEASE.length()), value);
            }
        });
        ReleaseId release = new ReleaseId(operation.attributes().getOrDefault(RELEASE, ""));
        return new MonitoredRelease(
                application, release, operation.attributes().getOrDefault(PROVIDER, ""), attributes);
    }
}
