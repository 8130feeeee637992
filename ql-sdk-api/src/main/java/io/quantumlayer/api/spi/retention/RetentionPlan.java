package io.quantumlayer.api.spi.retention;

import io.quantumlayer.api.spi.registry.ImageReference;
import java.util.List;
import java.util.Objects;

/**
 * What would be deleted from a repository and what would stay; making it deletes nothing.
 *
 * @param repository any reference of the repository
 * @param deletions what goes, in the order in which it is deleted: an index before what it holds, an image before
 *     what signs or describes it
 * @param kept what stays, by digest
 */
public record RetentionPlan(ImageReference repository, List<Deletion> deletions, List<Kept> kept) {
    /** Copies the lists. */
    public RetentionPlan {
        Objects.requireNonNull(repository, "repository");
        deletions = List.copyOf(deletions);
        kept = List.copyOf(kept);
    }
}
