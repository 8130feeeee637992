package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.FileTree;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.ArtifactBuilderFactory;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.api.spi.extension.ExtensionContext;
import io.quantumlayer.api.spi.extension.Setting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Creates a builder whose builds stand in a {@link FakeWorld}; an artifact tells which source it was built from. */
public final class FakeBuilderFactory implements ArtifactBuilderFactory {
    private final String id;
    private final FakeWorld world;
    private final Duration pending;

    private FakeBuilderFactory(String id, FakeWorld world, Duration pending) {
        this.id = Objects.requireNonNull(id, "id");
        this.world = Objects.requireNonNull(world, "world");
        this.pending = Objects.requireNonNull(pending, "pending");
    }

    /**
     * Creates a factory of builders whose builds are done at once.
     *
     * @param id the builder's id
     * @param world where its builds stand
     * @return the factory
     */
    public static FakeBuilderFactory of(String id, FakeWorld world) {
        return new FakeBuilderFactory(id, world, Duration.ZERO);
    }

    /**
     * Sets how long a build takes; zero by default.
     *
     * @param duration from its start to its end
     * @return a copy
     */
    public FakeBuilderFactory pending(Duration duration) {
        return new FakeBuilderFactory(id, world, duration);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public ArtifactBuilder create(ExtensionContext context) {
        return new FakeBuilder(id, world, pending, context);
    }

    /** Builds by writing down what was built. */
    private record FakeBuilder(String id, FakeWorld world, Duration pending, ExtensionContext lent)
            implements ArtifactBuilder {
        @Override
        public Effect<BuiltArtifact> build(CallContext context, BuildRequest request) {
            Instant now = context.clock().instant();
            Instant begun =
                    world.build(context.idempotencyKey(), request.source().hex(), now);
            Duration left = Duration.between(now, begun.plus(pending));
            return left.isNegative() || left.isZero() ? Effect.done(built(request)) : Effect.pending(left);
        }

        private BuiltArtifact built(BuildRequest request) {
            byte[] content = ("built from " + request.source() + "\n").getBytes(StandardCharsets.UTF_8);
            Digest artifact = lent.artifacts().put(FileTree.of(Map.of("artifact.txt", content), Set.of()));
            return new BuiltArtifact(artifact, Digest.of("the log of " + request.source()), List.of("fake build"));
        }

        @Override
        public void discard(CallContext context) {
            world.discard(context.idempotencyKey(), context.clock().instant());
        }
    }
}
