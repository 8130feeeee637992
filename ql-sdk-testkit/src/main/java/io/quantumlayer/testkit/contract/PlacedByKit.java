package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Places releases for the provider kit as core does, and takes everything away again. */
final class PlacedByKit {
    private static final int WARM_UP_TRIES = 100;
    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Supplier<Provider> providers;
    private final KitTime time;
    private final KitCalls calls;
    private final Set<ReleaseSpec> touched = new LinkedHashSet<>();
    private Provider provider;

    PlacedByKit(Supplier<Provider> providers, KitTime time) {
        this.providers = providers;
        this.time = time;
        this.calls = new KitCalls(time);
        this.provider = providers.get();
    }

    Provider provider() {
        return provider;
    }

    void restart() {
        provider.close();
        provider = providers.get();
    }

    CallContext call(String key) {
        return calls.call(key);
    }

    List<Operation> plan(ReleaseSpec spec) {
        return provider.plan(call("plan"), spec);
    }

    List<Map<String, String>> place(ReleaseSpec spec) {
        touched.add(spec);
        List<Map<String, String>> told = new ArrayList<>();
        for (Operation operation : plan(spec)) {
            told.add(calls.done(() -> provider.ensure(call(operation.resource()), spec, operation)));
            time.pass(operation.settle());
        }
        return told;
    }

    void remove(ReleaseSpec spec) {
        List<Operation> backwards = new ArrayList<>(plan(spec));
        Collections.reverse(backwards);
        backwards.forEach(this::remove);
    }

    void removeUnshared(ReleaseSpec spec, ReleaseSpec other) {
        Set<String> kept = plan(other).stream().map(Operation::resource).collect(Collectors.toSet());
        List<Operation> backwards = new ArrayList<>(plan(spec));
        Collections.reverse(backwards);
        backwards.stream().filter(o -> !kept.contains(o.resource())).forEach(this::remove);
    }

    private void remove(Operation operation) {
        calls.done(() -> provider.remove(call(operation.resource()), operation));
        time.pass(operation.settle());
    }

    Set<Observation.Presence> presences(ReleaseSpec spec) {
        return plan(spec).stream()
                .map(o -> provider.observe(call(o.resource()), o).presence())
                .collect(Collectors.toSet());
    }

    URI switchTo(ReleaseSpec spec) {
        Map<String, String> told = calls.done(() -> provider.switchTraffic(call("switch " + spec.release()), spec));
        return URI.create(told.getOrDefault("address", ""));
    }

    void switchOff(ReleaseSpec spec) {
        calls.done(() -> provider.switchOff(call("off"), spec));
    }

    Optional<TrafficState.Route> route(ReleaseSpec spec) {
        return provider.traffic(call("traffic"), spec).route();
    }

    /** Asks for a while, as core does with a release that is warming up. */
    boolean eventually(BooleanSupplier healthy) {
        for (int i = 0; i < WARM_UP_TRIES && !healthy.getAsBoolean(); i++) {
            time.pass(AGAIN);
        }
        return healthy.getAsBoolean();
    }

    void clear() {
        for (ReleaseSpec spec : touched) {
            switchOff(spec);
            remove(spec);
        }
        provider.close();
    }
}
