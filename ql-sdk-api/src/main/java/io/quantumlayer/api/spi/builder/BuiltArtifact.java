package io.quantumlayer.api.spi.builder;

import io.quantumlayer.api.evidence.Digest;
import java.util.List;

/**
 * What was built.
 *
 * @param digest its digest in the artifact store
 * @param log the digest of the build's redacted log
 * @param notes readable lines: what confined the build, which of its own tests ran
 */
public record BuiltArtifact(Digest digest, Digest log, List<String> notes) {
    /** Copies the list. */
    public BuiltArtifact {
        notes = List.copyOf(notes);
    }
}
