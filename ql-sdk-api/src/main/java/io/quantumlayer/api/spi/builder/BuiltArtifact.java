package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.List;
import java.util.Optional;

/**
 * What was built.
 *
 * @param digest its digest in the artifact store
 * @param log the digest of the build's redacted log
 * @param notes readable lines: what confined the build, which of its own tests ran
 * @param image the image that was made of it, by digest; a builder of artifacts leaves it empty
 */
public record BuiltArtifact(Digest digest, Digest log, List<String> notes, Optional<ImageReference> image) {
    /** Copies the list. */
    public BuiltArtifact {
        notes = List.copyOf(notes);
    }

    /**
     * Creates an artifact without an image.
     *
     * @param digest its digest in the artifact store
     * @param log the digest of the build's redacted log
     * @param notes readable lines
     */
    public BuiltArtifact(Digest digest, Digest log, List<String> notes) {
        this(digest, log, notes, Optional.empty());
    }

    /**
     * Adds the image that was made of it.
     *
     * @param made the image by digest
     * @return this artifact with it
     */
    public BuiltArtifact with(ImageReference made) {
        return new BuiltArtifact(digest, log, notes, Optional.of(made));
    }
}
