package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was built.
 *
 * @param digest its digest in the artifact store
 * @param log the digest of the build's redacted log
 * @param notes readable lines: what confined the build, which of its own tests ran
 * @param image the image that was made of it, by digest; a builder of artifacts leaves it empty
 * @param reused the earlier build that log and notes are of, if nothing was built for this call
 */
public record BuiltArtifact(
        Digest digest, Digest log, List<String> notes, Optional<ImageReference> image, Optional<EarlierBuild> reused) {
    /** Copies the list and checks that there are digests. */
    public BuiltArtifact {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(log, "log");
        notes = List.copyOf(notes);
    }

    /**
     * Creates an artifact that was built just now, without an image.
     *
     * @param digest its digest in the artifact store
     * @param log the digest of the build's redacted log
     * @param notes readable lines
     */
    public BuiltArtifact(Digest digest, Digest log, List<String> notes) {
        this(digest, log, notes, Optional.empty(), Optional.empty());
    }

    /**
     * Adds the image that was made of it.
     *
     * @param made the image by digest
     * @return this artifact with it
     */
    public BuiltArtifact with(ImageReference made) {
        return new BuiltArtifact(digest, log, notes, Optional.of(made), reused);
    }

    /**
     * Says that it was not built for this call.
     *
     * @param earlier the build that it comes from
     * @return this artifact with it
     */
    public BuiltArtifact from(EarlierBuild earlier) {
        return new BuiltArtifact(digest, log, notes, image, Optional.of(earlier));
    }
}
