package io.quantumlayer.core;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.retention.Deletion;
import io.quantumlayer.api.spi.retention.ImageRetention;
import io.quantumlayer.api.spi.retention.RetentionPlan;
import io.quantumlayer.api.spi.retention.RetentionResult;
import io.quantumlayer.core.internal.retention.RepositoryRetention;
import java.util.Objects;
import java.util.Set;

/**
 * Clears repositories of images that are neither new nor in use, together with their signatures, attestations and bills
 * of materials. Thread-safe as far as the registry is.
 *
 * <p>What goes is never held by, described by or referred to from what stays. An owner goes before what it owns: an
 * index before its platform images, an image before its signatures. So a run that ends in the middle, or a registry
 * that refuses one deletion, leaves no image without what it had. What such a run left of a deleted image is deleted
 * when the same plan is carried out again; another plan finds only what has a tag.
 *
 * <p>Nothing but tags leads into a repository: untagged images that nothing tagged refers to are not seen. Registries
 * have no lock: an image that gets a tag, or is taken into use, while a plan is being carried out may be lost; before
 * the first deletion the repository is read again, and what changed stays. The registry is to read where it deletes: a
 * mirror may be late with tags.
 */
public final class RegistryRetention {
    private final RepositoryRetention retention;

    private RegistryRetention(ImageRegistry registry) {
        this.retention = new RepositoryRetention(registry);
    }

    /**
     * Works on a registry.
     *
     * @param registry the client, without a mirror
     * @return the retention
     */
    public static RegistryRetention of(ImageRegistry registry) {
        return new RegistryRetention(Objects.requireNonNull(registry, "registry"));
    }

    /**
     * Reads a repository and says what would go and what would stay. Deletes nothing. Blocks for a few requests a
     * manifest, all of them before the context's deadline; ages are measured by its clock.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param rule which images stay
     * @return the plan; without deletions if the repository does not exist
     * @throws io.quantumlayer.api.error.QuantumLayerException if the registry cannot be read, of type validation if a
     *     manifest cannot be understood, of type resource if there are more than 50,000
     */
    public RetentionPlan plan(CallContext context, ImageReference repository, ImageRetention rule) {
        return retention.plan(context, repository, rule);
    }

    /**
     * Reads the repository again and deletes what the plan says, except what something points to since. May be called
     * again with the same plan, which goes on where the last call ended. Once a deletion fails for another reason than
     * that the registry refuses it, or the call is cancelled, or its deadline has passed, nothing else is tried.
     *
     * @param context the call
     * @param plan what {@link #plan} gave
     * @param inUse what is in use now; it stays even if the plan says otherwise
     * @return what became of each {@link Deletion}, and what stays
     * @throws io.quantumlayer.api.error.QuantumLayerException as {@link #plan} does; nothing was deleted then
     */
    public RetentionResult carryOut(CallContext context, RetentionPlan plan, Set<Digest> inUse) {
        return retention.carryOut(context, plan, Set.copyOf(inUse));
    }
}
