package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.provider.Workload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Places releases for the provider kit as core does, and takes everything away again. */
final class PlacedByKit {
    private static final int WARM_UP_TRIES = 200;
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

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

    static ReleaseSpec release(ExtensionContext lent, Offering offering, int number) {
        byte[] page = "<p>a page of the kit</p>".getBytes(StandardCharsets.UTF_8);
        Digest artifact = lent.artifacts().put(FileTree.of(Map.of("index.html", page), Set.of()));
        Workload workload = Workload.builder(artifact, List.of("serve"))
                .addEnvironment(Map.of("NUMBER", Integer.toString(number)))
                .addSecrets(Map.of("CANARY", KitSecret.REFERENCE))
                .build();
        return new ReleaseSpec(
                KitCalls.APPLICATION,
                new ReleaseId("r00000000000" + number),
                Digest.of(workload.toString()),
                new Placement(offering.id(), offering.provider(), offering.strategy(), Map.of()),
                workload);
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

    /** Every page that holds a line. */
    List<LogPage> logs(ReleaseSpec spec) {
        List<LogPage> pages = new ArrayList<>();
        LogPage page = provider.logs(call("logs"), spec, "");
        while (!page.lines().isEmpty()) {
            pages.add(page);
            page = provider.logs(call("logs"), spec, page.next());
        }
        return pages;
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

    /** What it sees of each operation, where an error counts as not knowing. */
    Set<Observation.Presence> sightings(ReleaseSpec spec) {
        Set<Observation.Presence> seen = EnumSet.noneOf(Observation.Presence.class);
        for (Operation operation : plan(spec)) {
            try {
                seen.add(provider.observe(call(operation.resource()), operation).presence());
            } catch (RuntimeException notSeen) {
                seen.add(Observation.Presence.UNKNOWN);
            }
        }
        return seen;
    }

    /** How long a call takes to return or to throw when it was given one second; ten seconds at most. */
    Duration spent(Consumer<CallContext> asked) {
        CallContext context = calls.call(ONE_SECOND);
        Thread caller = new Thread(() -> asked.accept(context), "kit-caller");
        caller.setUncaughtExceptionHandler((thread, thrown) -> {});
        long start = System.nanoTime();
        caller.start();
        try {
            caller.join(TEN_SECONDS.toMillis());
            Duration spent = Duration.ofNanos(System.nanoTime() - start);
            caller.interrupt();
            return spent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
        for (int i = 0; i < WARM_UP_TRIES; i++) {
            if (healthy.getAsBoolean()) {
                return true;
            }
            time.pass(AGAIN);
        }
        return false;
    }

    /** Removes as core does: what several releases share goes with the last of them. */
    void clear() {
        Map<String, Operation> backwards = new LinkedHashMap<>();
        for (ReleaseSpec spec : touched) {
            switchOff(spec);
            List<Operation> operations = new ArrayList<>(plan(spec));
            Collections.reverse(operations);
            for (Operation operation : operations) {
                backwards.remove(operation.resource());
                backwards.put(operation.resource(), operation);
            }
        }
        backwards.values().forEach(this::remove);
        provider.close();
    }
}
