package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;

/**
 * Builds artifacts. Thread-safe.
 *
 * <p>{@link #build} never waits for a build: it starts one, or finds the one of the same idempotency key, and answers
 * pending until it has ended. Calling it again after a crash of the host adopts what still runs. A build whose process
 * is gone without an exit code is started afresh in a fresh folder.
 *
 * <p>A builder may answer with the result of an earlier build under another key, and then says so in {@link
 * BuiltArtifact#reused()}: only of an equal source, with equal commands and tools, and after it has read the artifact
 * again and found it to be what its digest says.
 */
public interface ArtifactBuilder {
    /**
     * Returns the builder's id.
     *
     * @return the id
     */
    String id();

    /**
     * Starts or follows a build.
     *
     * @param context the call; its key stands for the one build
     * @param request what to build
     * @return the artifact, or pending, or the failure with the end of the build's output
     */
    Effect<BuiltArtifact> build(CallContext context, BuildRequest request);

    /**
     * Stops the build of the call's key if it still runs, and removes its folder. Idempotent.
     *
     * @param context the call; its key stands for the one build
     */
    void discard(CallContext context);
}
