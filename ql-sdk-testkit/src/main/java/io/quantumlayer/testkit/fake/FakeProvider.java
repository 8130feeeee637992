package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.error.ErrorClassifier;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.api.spi.provider.FindBy;
import io.quantumlayer.api.spi.provider.LogPage;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.api.spi.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Places releases in the fake world; keeps nothing of its own. */
final class FakeProvider implements Provider {
    private static final int PAGE = 1_000;

    private final ExtensionContext lent;
    private final FakeWorld world;
    private final FakeProviderFactory.Shape shape;
    private final Face face;

    FakeProvider(ExtensionContext lent, FakeWorld world, FakeProviderFactory.Shape shape, Face face) {
        this.lent = lent;
        this.world = world;
        this.shape = shape;
        this.face = face;
    }

    /**
     * What it shows of itself.
     *
     * @param detection what detection finds
     * @param offering its one offering
     * @param controls the controls it observes
     */
    record Face(Detection detection, Offering offering, List<Control> controls) {}

    @Override
    public String id() {
        return face.detection().providerId();
    }

    @Override
    public ErrorClassifier errors() {
        return thrown -> thrown instanceof QuantumLayerException e ? Optional.of(e.failure()) : Optional.empty();
    }

    @Override
    public Detection detect(CallContext context) {
        return face.detection();
    }

    @Override
    public List<Offering> offerings() {
        return List.of(face.offering());
    }

    @Override
    public List<Operation> plan(CallContext context, ReleaseSpec spec) {
        String application =
                spec.application().tenant() + "-" + spec.application().name();
        List<Operation> operations = new ArrayList<>();
        operations.add(
                new Operation("data", application + "-data", FindBy.NAME, shape.settle(), Map.of("release", "")));
        for (int part = 1; part < shape.operations(); part++) {
            String resource = application + "-" + spec.release() + "-" + part;
            Map<String, String> attributes = Map.of("release", spec.release().value());
            operations.add(new Operation("part-" + part, resource, FindBy.TAG, shape.settle(), attributes));
        }
        return operations;
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec, Operation operation) {
        if (!lent.artifacts().contains(spec.workload().artifact())) {
            return Effect.failed(Failure.of(
                    ErrorType.DEPENDENCY, "fake.artifact", "the artifact to place is not in the artifact store"));
        }
        spec.workload().secrets().values().forEach(reference -> {
            try (Secret secret = lent.secrets().resolve(context, reference)) {
                secret.reveal(String::length);
            }
        });
        Instant now = context.clock().instant();
        Instant ready = now.plus(shape.pending());
        FakeResource wanted = new FakeResource(
                operation.resource(),
                context.idempotencyKey(),
                spec.application(),
                operation.attributes().getOrDefault("release", ""),
                new FakeResource.Times(ready, ready.plus(shape.settle())));
        boolean again = shape.forgetful() && world.answered(wanted.key());
        FakeResource made = again ? world.create(wanted, now) : world.make(wanted, now);
        Duration left = Duration.between(now, made.times().ready());
        if (!left.isNegative() && !left.isZero()) {
            return Effect.pending(left);
        }
        world.answerDone(made.key());
        return Effect.done(attributes(operation, made));
    }

    private static Map<String, String> attributes(Operation operation, FakeResource made) {
        return Map.of("resource-" + operation.id(), made.key());
    }

    @Override
    public Observation observe(CallContext context, Operation operation) {
        Instant now = context.clock().instant();
        Optional<FakeResource> seen = world.find(operation.resource())
                .filter(r -> !r.times().visible().isAfter(now));
        Digest raw = Digest.of(operation.resource() + seen.isPresent());
        return seen.map(r -> new Observation(Observation.Presence.PRESENT, now, raw, attributes(operation, r)))
                .orElseGet(() -> new Observation(Observation.Presence.ABSENT, now, raw, Map.of()));
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) {
        world.remove(
                operation.resource(), context.idempotencyKey(), context.clock().instant());
        return Effect.done(Map.of());
    }

    @Override
    public Optional<List<Standing>> inventory(CallContext context, Predicate<ApplicationId> wanted) {
        Instant now = context.clock().instant();
        return Optional.of(world.resources().stream()
                .filter(resource -> wanted.test(resource.application()))
                .filter(resource -> !resource.times().visible().isAfter(now))
                .map(this::standing)
                .toList());
    }

    private Standing standing(FakeResource resource) {
        boolean shared = resource.release().isEmpty();
        String part = resource.name().substring(resource.name().lastIndexOf('-') + 1);
        Operation operation = new Operation(
                shared ? "data" : "part-" + part,
                resource.name(),
                shared ? FindBy.NAME : FindBy.TAG,
                shape.settle(),
                Map.of("release", resource.release()));
        Instant made = resource.times().ready().minus(shape.pending());
        return new Standing(resource.application(), operation, Optional.of(resource.key()), Optional.of(made));
    }

    @Override
    public Optional<URI> candidate(CallContext context, ReleaseSpec spec) {
        return shape.candidates() ? Optional.of(FakeAddresses.candidate(spec.release())) : Optional.empty();
    }

    @Override
    public Effect<Map<String, String>> switchTraffic(CallContext context, ReleaseSpec spec) {
        Instant now = context.clock().instant();
        if (!world.runs(spec.release(), now)) {
            return Effect.failed(Failure.of(
                    ErrorType.DEPENDENCY, "fake.not-running", "release " + spec.release() + " does not run"));
        }
        FakeWorld.Route route = new FakeWorld.Route(spec.release(), spec.digest());
        world.switchTo(spec.application(), route, context.idempotencyKey(), now);
        return Effect.done(
                Map.of("address", FakeAddresses.open(spec.application()).toString()));
    }

    @Override
    public Effect<Map<String, String>> switchOff(CallContext context, ReleaseSpec spec) {
        world.switchOff(
                spec.application(), context.idempotencyKey(), context.clock().instant());
        return Effect.done(Map.of());
    }

    @Override
    public TrafficState traffic(CallContext context, ReleaseSpec spec) {
        Optional<FakeWorld.Route> route = world.route(spec.application());
        URI address = FakeAddresses.open(spec.application());
        return new TrafficState(
                context.clock().instant(),
                Digest.of(route.toString()),
                route.map(r -> new TrafficState.Route(address, r.release(), r.digest()))
                        .orElse(null));
    }

    @Override
    public List<Control> controls(CallContext context, ReleaseSpec spec) {
        return face.controls();
    }

    @Override
    public LogPage logs(CallContext context, ReleaseSpec spec, String cursor) {
        List<String> all = lines(spec.release());
        int from = cursor.isEmpty() ? 0 : Math.min(Integer.parseInt(cursor), all.size());
        int to = Math.min(from + PAGE, all.size());
        return new LogPage(all.subList(from, to), Integer.toString(to));
    }

    private List<String> lines(ReleaseId release) {
        List<String> all = new ArrayList<>();
        all.add("release " + release + " listens");
        all.addAll(world.said(release));
        return all;
    }

    @Override
    public void close() {
        // It holds nothing; releases go on in the world.
    }
}
