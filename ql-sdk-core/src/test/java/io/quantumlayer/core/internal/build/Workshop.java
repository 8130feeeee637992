package io.quantumlayer.core.internal.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.generator.Recipe;
import io.quantumlayer.api.spi.process.ProcessLauncher;
import io.quantumlayer.api.spi.process.Toolchain;
import io.quantumlayer.api.spi.secrets.Secret;
import io.quantumlayer.api.spi.secrets.SecretResolver;
import io.quantumlayer.core.internal.artifact.FileArtifactStore;
import io.quantumlayer.core.internal.process.LocalLauncher;
import io.quantumlayer.core.internal.process.LocalToolchain;
import io.quantumlayer.core.internal.process.SandboxMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A builder with a real store and a real launcher, as one host has them. */
final class Workshop implements AutoCloseable {
    /** One that no other JVM uses which runs the same tests at the same time. */
    static final String KEY = "build%021d".formatted(ProcessHandle.current().pid());

    static final String CANARY = "canary-value-4711";

    final ArtifactStore artifacts;
    final LocalLauncher launcher;
    final Toolchain tools;
    final ArtifactBuilder builder;
    final CallContext context;

    Workshop(Path home, boolean withHome) {
        this(home, withHome, installed());
    }

    Workshop(Path home, Map<String, String> settings) {
        this(home, true, installed(), settings, false);
    }

    Workshop(Path home, boolean withHome, Toolchain tools) {
        this(home, withHome, tools, Map.of(), false);
    }

    /** One that takes what earlier builds gave. */
    static Workshop reusing(Path home, Toolchain tools, Map<String, String> settings) {
        return new Workshop(home, true, tools, settings, true);
    }

    static Toolchain installed() {
        return new LocalToolchain(Path.of(System.getProperty("java.home")), "");
    }

    private Workshop(Path home, boolean withHome, Toolchain tools, Map<String, String> settings, boolean reuse) {
        this.tools = tools;
        artifacts = FileArtifactStore.open(home.resolve("artifacts"));
        launcher = new LocalLauncher(Path.of(System.getProperty("java.home")), SandboxMode.PREFERRED);
        Optional<Path> own = withHome ? Optional.of(home.resolve("builds")) : Optional.empty();
        builder = new CommandBuilderFactory(text -> text.replace(CANARY, "***"), reuse)
                .create(new Lent(settings, own, artifacts, launcher, tools));
        RunId run = new RunId(new ApplicationId("tenant", "app"), KEY);
        context = CallContext.of(run, KEY, Instant.MAX, Clock.systemUTC());
    }

    static Recipe recipe(String output, String... scripts) {
        List<Recipe.Command> commands = List.of(scripts).stream()
                .map(script -> Recipe.Command.offline("sh", "-c", script))
                .toList();
        return new Recipe(commands, output, List.of("true"), Map.of(), List.of());
    }

    Digest source(String path, String content) {
        return artifacts.put(FileTree.of(Map.of(path, content.getBytes(UTF_8)), Set.of()));
    }

    Effect<BuiltArtifact> ask(Digest source, Recipe recipe) {
        return ask(context, source, recipe);
    }

    Effect<BuiltArtifact> ask(CallContext call, Digest source, Recipe recipe) {
        return builder.build(call, new BuildRequest(source, recipe));
    }

    /** Asks until the build has ended. */
    Effect<BuiltArtifact> await(Digest source, Recipe recipe) {
        return await(context, source, recipe);
    }

    Effect<BuiltArtifact> await(CallContext call, Digest source, Recipe recipe) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Effect<BuiltArtifact> effect = ask(call, source, recipe);
        while (effect.kind() == Effect.Kind.PENDING) {
            assertThat(effect.checkAfter()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
            effect = ask(call, source, recipe);
        }
        return effect;
    }

    @Override
    public void close() {
        builder.discard(context);
        launcher.close();
    }

    private record Lent(
            Map<String, String> settings,
            Optional<Path> home,
            ArtifactStore artifacts,
            ProcessLauncher processes,
            Toolchain tools)
            implements ExtensionContext {
        @Override
        public SecretResolver secrets() {
            return Lent::none;
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        private static Secret none(CallContext context, SecretRef reference) {
            throw new AssertionError("a build needs no secret, not even " + reference);
        }
    }
}
