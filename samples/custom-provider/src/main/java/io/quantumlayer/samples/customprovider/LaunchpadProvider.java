package io.quantumlayer.samples.customprovider;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Detection.Status;
import io.quantumlayer.api.placement.Offering;
import io.quantumlayer.api.placement.Strategy;
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
import io.quantumlayer.api.spi.provider.Observation.Presence;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Standing;
import io.quantumlayer.api.spi.provider.TrafficState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs releases on Launchpad: one release is one resource there, found again by its name. */
final class LaunchpadProvider implements Provider {
    private static final String RELEASES = "/releases/";
    private static final String ROUTES = "/routes/";

    private final LaunchpadClient launchpad;

    LaunchpadProvider(ExtensionContext context) {
        this.launchpad = new LaunchpadClient(context);
    }

    @Override
    public String id() {
        return "launchpad";
    }

    @Override
    public ErrorClassifier errors() {
        return new LaunchpadErrors();
    }

    @Override
    public Detection detect(CallContext context) {
        boolean up = launchpad.get(context, "/ping").isPresent();
        return new Detection(id(), up ? Status.READY : Status.UNAVAILABLE, "Launchpad was asked", Map.of());
    }

    @Override
    public List<Offering> offerings() {
        return List.of(Offering.of("launchpad/site/office", Strategy.CLOUD_NATIVE));
    }

    @Override
    public List<Operation> plan(CallContext context, ReleaseSpec spec) {
        return List.of(operation(name(spec) + "-" + spec.release()));
    }

    private static Operation operation(String resource) {
        return new Operation("release", resource, FindBy.NAME, Duration.ZERO, Map.of());
    }

    private static String name(ReleaseSpec spec) {
        return "a" + Digest.of(spec.application().toString()).hex().substring(0, 20);
    }

    @Override
    public Effect<Map<String, String>> ensure(CallContext context, ReleaseSpec spec, Operation operation) {
        launchpad.upload(context, RELEASES + operation.resource(), spec);
        return Effect.done(Map.of("resource", operation.resource()));
    }

    @Override
    public Observation observe(CallContext context, Operation operation) {
        Optional<String> answer = launchpad.get(context, RELEASES + operation.resource());
        Presence presence = answer.isPresent() ? Presence.PRESENT : Presence.ABSENT;
        return new Observation(presence, now(context), Digest.of(answer.toString()), Map.of());
    }

    @Override
    public Effect<Map<String, String>> remove(CallContext context, Operation operation) {
        launchpad.delete(context, RELEASES + operation.resource());
        return Effect.done(Map.of());
    }

    @Override
    public Optional<List<Standing>> inventory(CallContext context, Predicate<ApplicationId> wanted) {
        String list = launchpad.get(context, "/releases").orElseThrow();
        return Optional.of(list.lines()
                .map(LaunchpadProvider::standing)
                .filter(standing -> wanted.test(standing.application()))
                .toList());
    }

    private static Standing standing(String line) {
        String[] word = line.split(" ", 4);
        ApplicationId application = new ApplicationId(word[1], word[2]);
        return new Standing(application, operation(word[0]), Optional.of(word[3]), Optional.empty());
    }

    @Override
    public Optional<URI> candidate(CallContext context, ReleaseSpec spec) {
        String resource = plan(context, spec).get(0).resource();
        return launchpad.get(context, RELEASES + resource).map(URI::create);
    }

    @Override
    public Effect<Map<String, String>> switchTraffic(CallContext context, ReleaseSpec spec) {
        String target = plan(context, spec).get(0).resource() + " " + spec.release() + " " + spec.digest();
        return Effect.done(Map.of("address", launchpad.put(context, ROUTES + name(spec), target)));
    }

    @Override
    public Effect<Map<String, String>> switchOff(CallContext context, ReleaseSpec spec) {
        launchpad.delete(context, ROUTES + name(spec));
        return Effect.done(Map.of());
    }

    @Override
    public TrafficState traffic(CallContext context, ReleaseSpec spec) {
        Optional<String> answer = launchpad.get(context, ROUTES + name(spec));
        return new TrafficState(
                now(context),
                Digest.of(answer.toString()),
                answer.map(text -> text.split(" "))
                        .map(word -> new TrafficState.Route(
                                URI.create(word[0]), new ReleaseId(word[1]), Digest.parse(word[2])))
                        .orElse(null));
    }

    @Override
    public List<Control> controls(CallContext context, ReleaseSpec spec) {
        return List.of();
    }

    @Override
    public LogPage logs(CallContext context, ReleaseSpec spec, String cursor) {
        String from = cursor.isEmpty() ? "0" : cursor;
        String path = RELEASES + plan(context, spec).get(0).resource() + "/log/" + from;
        List<String> lines = launchpad.get(context, path).stream()
                .flatMap(String::lines)
                .limit(1_000)
                .toList();
        return new LogPage(lines, Integer.toString(Integer.parseInt(from) + lines.size()));
    }

    @Override
    public void close() {
        // It holds nothing in this process.
    }

    private static Instant now(CallContext context) {
        return context.clock().instant();
    }
}
