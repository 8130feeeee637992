package io.quantumlayer.api.spi.retention;

import io.quantumlayer.api.evidence.Digest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A manifest that stays.
 *
 * @param digest its digest
 * @param tags the tags that point to it, sorted
 * @param reason why it stays
 * @param by what it stays for; present for what is referred to or changed by another one
 */
public record Kept(Digest digest, List<String> tags, KeepReason reason, Optional<Digest> by) {
    /** Copies the tags. */
    public Kept {
        Objects.requireNonNull(digest, "digest");
        tags = List.copyOf(tags);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
    }
}
