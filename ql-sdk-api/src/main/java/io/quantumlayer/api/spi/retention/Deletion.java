package io.quantumlayer.api.spi.retention;

import io.quantumlayer.api.evidence.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A manifest that goes.
 *
 * @param digest its digest
 * @param tags the tags that point to it and go with it, sorted
 * @param created how old it says it is; empty if it goes only because its owner goes
 * @param owner what it belongs to and goes after: the index that holds it, or the image that it signs or describes;
 *     empty if it goes for its own age
 */
public record Deletion(Digest digest, List<String> tags, Optional<Instant> created, Optional<Digest> owner) {
    /** Copies the tags. */
    public Deletion {
        Objects.requireNonNull(digest, "digest");
        tags = List.copyOf(tags);
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(owner, "owner");
    }
}
