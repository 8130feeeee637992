package io.quantumlayer.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.artifact.ArtifactStore;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.builder.BuildRequest;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every builder of artifacts promises. */
public abstract class ArtifactBuilderContract {
    private KitCalls calls;
    private ArtifactBuilder builder;

    /** Only for subclasses. */
    protected ArtifactBuilderContract() {}

    /**
     * Creates a builder over the one outside of this test, as a new host process would.
     *
     * @return the builder under test
     */
    protected abstract ArtifactBuilder builder();

    /**
     * Returns the store it takes sources from and puts artifacts into.
     *
     * @return the store
     */
    protected abstract ArtifactStore store();

    /**
     * Returns a build that succeeds; its source is in the store.
     *
     * @return the request
     */
    protected abstract BuildRequest good();

    /**
     * Returns a build that fails; its source is in the store.
     *
     * @return the request, or empty if none can fail
     */
    protected abstract Optional<BuildRequest> bad();

    /**
     * Returns the builder's time.
     *
     * @return manual for a fake, real where commands run
     */
    protected abstract KitTime time();

    @BeforeEach
    final void open() {
        calls = new KitCalls(time());
        builder = builder();
    }

    @Test
    @DisplayName("what was built is in the store, with notes on how")
    final void builds() {
        BuiltArtifact built = build("one");
        assertThat(store().contains(built.digest())).isTrue();
        assertThat(built.notes()).doesNotContain("");
    }

    @Test
    @DisplayName("asking again under the same key gives the same artifact, in a new process too")
    final void buildsOnce() {
        BuiltArtifact built = build("one");
        assertThat(build("one").digest()).isEqualTo(built.digest());
        builder = builder();
        assertThat(build("one").digest()).isEqualTo(built.digest());
    }

    @Test
    @DisplayName("a new process adopts a build that is under way")
    final void adopts() {
        Effect<BuiltArtifact> begun = builder.build(calls.call("one"), good());
        assertThat(begun.kind()).isNotEqualTo(Effect.Kind.FAILED);
        builder = builder();
        assertThat(store().contains(build("one").digest())).isTrue();
    }

    @Test
    @DisplayName("a failed build says what went wrong, again and again")
    final void tellsOfFailure() {
        bad().ifPresent(request -> {
            Failure failure = calls.settled(() -> builder.build(calls.call("bad"), request))
                    .failure()
                    .orElseThrow();
            assertThat(failure.message()).isNotBlank();
            assertThat(calls.settled(() -> builder.build(calls.call("bad"), request))
                            .failure()
                            .orElseThrow()
                            .type())
                    .isEqualTo(failure.type());
        });
    }

    @Test
    @DisplayName("discarding is no error whatever there is, and the key can build again")
    final void discards() {
        builder.discard(calls.call("one"));
        builder.build(calls.call("one"), good());
        builder.discard(calls.call("one"));
        builder.discard(calls.call("one"));
        assertThat(store().contains(build("one").digest())).isTrue();
    }

    @Test
    @DisplayName("discarding a build leaves its artifact in the store")
    final void keepsArtifacts() {
        BuiltArtifact built = build("one");
        builder.discard(calls.call("one"));
        assertThat(store().contains(built.digest())).isTrue();
    }

    private BuiltArtifact build(String key) {
        return calls.done(() -> builder.build(calls.call(key), good()));
    }
}
