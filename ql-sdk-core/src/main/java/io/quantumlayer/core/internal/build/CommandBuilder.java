package io.quantumlayer.core.internal.build;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
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
import io.quantumlayer.api.spi.process.Sandbox;
import io.quantumlayer.api.spi.process.Toolchain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Builds with the commands of the recipe, one after the other in one copy of the source. Thread-safe.
 *
 * <p>A build ends with its host. One whose process is gone without an exit code is begun again in a fresh copy, at
 * most twice. A success is remembered under its key until it is discarded; after a failure the next call begins
 * anew, since whoever asks again has read the failure. Of a build whose fetches are locked the result also stands for
 * later builds of equal inputs, unless that is not wanted.
 */
public final class CommandBuilder implements ArtifactBuilder {
    static final String ID = "command";
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Optional<Path> home;
    private final ArtifactStore artifacts;
    private final ProcessLauncher processes;
    private final Toolchain tools;
    private final String cache;
    private final Outbound outbound;
    private final PassedBuilds.Limits kept;
    private final boolean reuses;
    private final UnaryOperator<String> redactor;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Patience patience = new Patience();

    CommandBuilder(ExtensionContext context, UnaryOperator<String> redactor, boolean reuses) {
        this.home = context.home();
        this.artifacts = context.artifacts();
        this.processes = context.processes();
        this.tools = context.tools();
        this.cache = context.settings().getOrDefault(CommandBuilderFactory.CACHE.name(), "");
        this.outbound = new Outbound(context.settings());
        this.kept = CommandBuilderFactory.kept(context.settings());
        this.reuses = reuses;
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Effect<BuiltArtifact> build(CallContext context, BuildRequest request) {
        String key = context.idempotencyKey();
        if (home.isEmpty()) {
            return Effect.failed(Failure.of(
                    ErrorType.CONFIGURATION, "build.no-home", "a build needs a folder: set home(path) of the builder"));
        }
        if (!busy.add(key)) {
            return pending(key);
        }
        WorkFolder work = work(home.get(), key);
        try {
            return follow(work, context, request);
        } catch (QuantumLayerException e) {
            stopAndDelete(work, key);
            return Effect.failed(e.failure());
        } finally {
            busy.remove(key);
        }
    }

    private Effect<BuiltArtifact> follow(WorkFolder work, CallContext context, BuildRequest request) {
        Optional<BuiltArtifact> before = work.result().filter(this::isStored);
        if (before.isPresent()) {
            return Effect.done(before.get());
        }
        if (work.attempt() == 0) {
            Optional<BuiltArtifact> earlier = reuse(work, context, request).find(context, request);
            if (earlier.isPresent()) {
                work.finish(earlier.get());
                return Effect.done(earlier.get());
            }
        }
        work.beginAttempt(Math.max(1, work.attempt()));
        return new BuildRun(this, work, context, request).advance();
    }

    private static WorkFolder work(Path home, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key '" + key + "' cannot name a folder");
        }
        return new WorkFolder(home.resolve(key));
    }

    private boolean isStored(BuiltArtifact built) {
        return artifacts.contains(built.digest()) && artifacts.contains(built.log());
    }

    Effect<BuiltArtifact> pending(String key) {
        return Effect.pending(patience.next(key));
    }

    /** Another command begins, which may be a short one. */
    void begins(String key) {
        patience.forget(key);
    }

    ProcessLauncher processes() {
        return processes;
    }

    ArtifactStore artifacts() {
        return artifacts;
    }

    BuildOutput newOutput() {
        return new BuildOutput(redactor);
    }

    Digest keep(BuildOutput output) {
        return artifacts.put(FileTree.of(Map.of("build.log", output.bytes()), Set.of()));
    }

    /** The caches are those of a tenant: what one tenant's builds fetched is never handed to another's. */
    CommandSurroundings surroundings(CallContext context) {
        Path folder = cache.isEmpty() ? ofTenant("cache", context) : Path.of(cache);
        return new CommandSurroundings(tools, new BuildCaches(folder, outbound));
    }

    BuildReuse reuse(WorkFolder work, CallContext context, BuildRequest request) {
        return new BuildReuse(
                work,
                () -> new PassedBuilds(ofTenant("passed", context), artifacts, kept),
                () -> BuildKey.of(request, surroundings(context), processes.sandbox()),
                reuses);
    }

    private Path ofTenant(String name, CallContext context) {
        return home.orElseThrow()
                .resolve(name)
                .resolve(context.run().application().tenant());
    }

    List<String> notes(Recipe recipe) {
        int commands = recipe.build().size();
        if (commands == 0) {
            return List.of("nothing to build");
        }
        Sandbox sandbox = processes.sandbox();
        return List.of(
                commands + (commands == 1 ? " build command" : " build commands") + " ended with exit code 0",
                sandbox.available()
                        ? "confined by " + sandbox.name() + network(recipe)
                        : "not confined: " + sandbox.reason());
    }

    private static String network(Recipe recipe) {
        long fetching = recipe.build().stream().filter(Recipe.Command::fetches).count();
        return fetching == 0
                ? ", without network"
                : ", without network except for " + fetching + (fetching == 1 ? " fetch" : " fetches")
                        + " of dependencies";
    }

    @Override
    public void discard(CallContext context) {
        String key = context.idempotencyKey();
        home.map(folder -> work(folder, key)).ifPresent(work -> stopAndDelete(work, key));
    }

    void stopAndDelete(WorkFolder work, String key) {
        patience.forget(key);
        work.commands().forEach(folder -> processes.stop(folder, marker(key, WorkFolder.index(folder)), GRACE));
        work.delete();
    }

    static String marker(String key, int index) {
        return key + "-" + index;
    }
}
