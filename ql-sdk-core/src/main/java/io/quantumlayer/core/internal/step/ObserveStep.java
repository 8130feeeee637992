package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.monitor.Signal;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.monitor.MonitoredRelease;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.state.PlacedRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step 9: attaches every monitor to the placed release. */
final class ObserveStep implements Step<Placed, List<Signal>> {
    private final List<Monitor> monitors;

    ObserveStep(List<Monitor> monitors) {
        this.monitors = List.copyOf(monitors);
    }

    @Override
    public Effect<Finished<List<Signal>>> run(StepScope scope, Placed placed) {
        if (placed.unchanged()) {
            return Finished.notApplicable(scope, List.of(), "unchanged: the monitors are attached already");
        }
        if (monitors.isEmpty()) {
            return Finished.notApplicable(scope, List.of(), "no monitor is installed");
        }
        List<Signal> signals = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Monitor monitor : monitors) {
            Effect<List<Signal>> attached = new Attachment(scope, monitor).attach(seenBy(placed));
            Optional<Failure> failure = attached.failure();
            if (failure.isPresent()) {
                return failure.get().retryable() ? Effect.failed(failure.get()) : blind(scope, failure.get());
            }
            if (attached.kind() == Effect.Kind.PENDING) {
                return Effect.pending(attached.checkAfter());
            }
            signals.addAll(attached.value().orElseThrow());
            evidence.add(evidence(scope, placed, monitor.id(), attached.value().orElseThrow()));
        }
        return Finished.proved(
                scope, signals, monitors.size() + " monitor(s), " + signals.size() + " signals", evidence);
    }

    static MonitoredRelease seenBy(PlacedRelease release) {
        return new MonitoredRelease(
                release.spec().application(),
                release.release().id(),
                release.spec().placement().providerId(),
                release.attributes());
    }

    static MonitoredRelease seenBy(Placed placed) {
        return new MonitoredRelease(
                placed.spec().application(),
                placed.spec().release(),
                placed.spec().placement().providerId(),
                placed.attributes());
    }

    private static Evidence evidence(StepScope scope, Placed placed, String monitor, List<Signal> signals) {
        String names = signals.stream().map(Signal::name).distinct().collect(Collectors.joining(", "));
        return scope.evidence(
                Claim.MONITORED,
                placed.spec().digest(),
                new Witness.Seen("read", monitor, Digest.of(Json.write(signals)), names));
    }

    private static Effect<Finished<List<Signal>>> blind(StepScope scope, Failure failure) {
        return Finished.ended(scope, StepStatus.NOT_PROVED, List.of(), failure.toString(), List.of());
    }
}
