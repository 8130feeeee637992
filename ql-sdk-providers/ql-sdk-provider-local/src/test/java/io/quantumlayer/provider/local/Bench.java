package io.quantumlayer.provider.local;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.Strategy;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.provider.local.forwarder.ForwarderFolder;
import io.quantumlayer.provider.local.forwarder.ForwarderReady;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A home, a launcher and fakes around one provider at a time; a new provider stands for a restarted host. */
final class Bench implements AutoCloseable {
    static final ApplicationId NOTES = new ApplicationId("acme", "notes");
    static final String CANARY = "canary-7f3a9c2e41";
    private static final Duration LIMIT = Duration.ofSeconds(40);

    final TestLauncher launcher = new TestLauncher();
    final FakeArtifacts artifacts = new FakeArtifacts();
    final ManualClock clock = new ManualClock();
    private final Path home;
    private final Map<String, String> settings = new HashMap<>();
    private ProcessLauncher used = launcher;

    Bench(Path home) {
        this.home = home;
    }

    Bench set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Lets a test stand between provider and launcher. */
    void launchWith(UnaryOperator<ProcessLauncher> wrapper) {
        used = wrapper.apply(launcher);
    }

    /** A new provider over the same home, as after a restart of the host. */
    Provider provider() {
        return new LocalProviderFactory().create(context(Optional.of(home)));
    }

    Provider providerWithoutHome() {
        return new LocalProviderFactory().create(context(Optional.empty()));
    }

    CallContext call(String key) {
        return call(NOTES, key);
    }

    CallContext call(ApplicationId application, String key) {
        RunId run = new RunId(application, "0".repeat(26));
        return CallContext.of(run, key, clock.instant().plus(Duration.ofMinutes(10)), clock);
    }

    static String key(String name) {
        return (name + "0".repeat(26)).substring(0, 26);
    }

    static ReleaseId release(int number) {
        return new ReleaseId(String.format("r%012d", number));
    }

    /** A release of the sample application. */
    ReleaseSpec spec(int number) {
        return spec(NOTES, number, workload -> workload);
    }

    ReleaseSpec spec(ApplicationId application, int number, UnaryOperator<Workload.Builder> more) {
        List<String> command =
                List.of("{java}", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "app.jar");
        Workload workload =
                more.apply(Workload.builder(artifacts.sampleApp(), command)).build();
        Placement placement = new Placement("local/process/this-machine", "local", Strategy.LOCAL, Map.of());
        Digest digest = Digest.of(application + " " + number + " " + workload);
        return new ReleaseSpec(application, release(number), digest, placement, workload);
    }

    ReleaseSpec inMode(int number, String mode) {
        return spec(NOTES, number, workload -> workload.addEnvironment(Map.of("MODE", mode)));
    }

    ReleaseSpec withSecret(int number, Map<String, String> environment) {
        return spec(
                NOTES,
                number,
                workload -> workload.addEnvironment(environment).addSecrets(Map.of("TOKEN", SecretRef.env("TOKEN"))));
    }

    /** Places a release by all operations of its plan and gives what the last one told. */
    Map<String, String> place(Provider provider, ReleaseSpec spec) {
        Map<String, String> last = Map.of();
        for (Operation operation : provider.plan(call("plan"), spec)) {
            last = done(settle(() -> provider.ensure(keyed(spec, operation), spec, operation)));
        }
        return last;
    }

    /** Calls one operation until it is done or has failed. */
    Effect<Map<String, String>> ensure(Provider provider, ReleaseSpec spec, String id) {
        Operation operation = operation(provider, spec, id);
        return settle(() -> provider.ensure(keyed(spec, operation), spec, operation));
    }

    Operation operation(Provider provider, ReleaseSpec spec, String id) {
        return provider.plan(call("plan"), spec).stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The key core would derive: one per operation and release. */
    CallContext keyed(ReleaseSpec spec, Operation operation) {
        String key = key(operation.id().replace("-", "").substring(0, 8) + spec.release());
        return call(spec.application(), key);
    }

    Map<String, String> lead(Provider provider, ReleaseSpec spec) {
        return done(settle(() -> provider.switchTraffic(call(spec.application(), key("switch")), spec)));
    }

    void switchOff(Provider provider, ReleaseSpec spec) {
        done(settle(() -> provider.switchOff(call(spec.application(), key("off")), spec)));
    }

    void remove(Provider provider, ReleaseSpec spec, String id) {
        Operation operation = operation(provider, spec, id);
        done(settle(() -> provider.remove(keyed(spec, operation), operation)));
    }

    /** Asks again as long as the answer is pending, each time after the delay it names. */
    static Effect<Map<String, String>> settle(Supplier<Effect<Map<String, String>>> call) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            Effect<Map<String, String>> effect = call.get();
            if (effect.kind() != Effect.Kind.PENDING) {
                return effect;
            }
            pause(effect.checkAfter());
        }
        throw new AssertionError("still pending after " + LIMIT);
    }

    static void pause(Duration duration) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, duration.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    static Map<String, String> done(Effect<Map<String, String>> effect) {
        return effect.value().orElseThrow(() -> new AssertionError(effect.toString()));
    }

    static Failure failed(Effect<Map<String, String>> effect) {
        return effect.failure().orElseThrow(() -> new AssertionError(effect.toString()));
    }

    static String get(URI address, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Everything below home that stands in a file, to look for what must not be there. */
    String written() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getParent().endsWith("secrets")) {
                    text.append(file).append('\n').append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return text.toString();
    }

    List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.toList();
        }
    }

    ApplicationFolder folder(ApplicationId application) {
        return new ApplicationFolder(home, application);
    }

    Optional<ForwarderReady> forwarder() throws IOException {
        return folder(NOTES).forwarder().ready();
    }

    @Override
    public void close() throws IOException {
        launcher.killAll();
        for (Path tenant : Files.exists(home) ? entries() : List.<Path>of()) {
            try (Stream<Path> applications = Files.list(tenant)) {
                for (Path application : applications.toList()) {
                    kill(ForwarderFolder.at(application.resolve("forwarder")));
                }
            }
        }
    }

    /** Also waits for the shell above it, which still writes the exit code into the folder. */
    static void kill(ForwarderFolder folder) throws IOException {
        Optional<ProcessHandle> process = folder.ready().flatMap(ForwarderReady::process);
        Optional<ProcessHandle> shell = process.flatMap(ProcessHandle::parent)
                .filter(parent -> parent.info().command().orElse("").endsWith("sh"));
        process.ifPresent(ProcessHandle::destroyForcibly);
        TestLauncher.ended(Stream.concat(process.stream(), shell.stream()).toList(), LIMIT);
    }

    private ExtensionContext context(Optional<Path> folder) {
        return new ExtensionContext() {
            @Override
            public Map<String, String> settings() {
                return Map.copyOf(settings);
            }

            @Override
            public Optional<Path> home() {
                return folder;
            }

            @Override
            public ArtifactStore artifacts() {
                return artifacts;
            }

            @Override
            public SecretResolver secrets() {
                return (call, reference) -> secret(reference);
            }

            @Override
            public ProcessLauncher processes() {
                return used;
            }

            @Override
            public Toolchain tools() {
                return tool -> Optional.empty();
            }

            @Override
            public Clock clock() {
                return clock;
            }
        };
    }

    private static Secret secret(SecretRef reference) {
        if (!reference.equals(SecretRef.env("TOKEN"))) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.CONFIGURATION, "secret.missing", "there is no " + reference));
        }
        return Secret.of(CANARY);
    }
}
