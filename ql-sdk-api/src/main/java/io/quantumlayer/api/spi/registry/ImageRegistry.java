package io.quantumlayer.api.spi.registry;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes registries that speak the OCI distribution protocol. Thread-safe; each call blocks for a few bounded
 * requests, ends at the context's deadline and never waits to retry.
 *
 * <p>Everything read is checked against its digest before the caller sees it. Every call may throw a {@code
 * QuantumLayerException}: authentication, authorization, network, timeout, service unavailable (with the delay that a
 * rate limit names), or validation if the registry's answer is not what it must be. Writing is idempotent, since all
 * content is named by its digest.
 */
public interface ImageRegistry {
    /** The code of the failure of a registry that does not delete. */
    String DELETE_UNSUPPORTED = "registry.delete-unsupported";

    /**
     * Reads a manifest.
     *
     * @param context the call
     * @param reference the tag or digest
     * @return the manifest, or empty if there is none
     */
    Optional<RegistryManifest> manifest(CallContext context, ImageReference reference);

    /**
     * Writes a manifest whose blobs are already there. If it has a subject, it is found by {@link #referrers} from then
     * on, on registries without the referrers interface too.
     *
     * @param context the call
     * @param reference the tag, or the manifest's own digest
     * @param manifest the manifest
     * @return its digest
     */
    Digest push(CallContext context, ImageReference reference, RegistryManifest manifest);

    /**
     * Reads a small blob into memory.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param blob the blob, of at most 32 MiB
     * @return its bytes
     */
    byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob);

    /**
     * Reads a blob into a file, which appears only when it is complete.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param blob the blob
     * @param target the file to write
     */
    void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target);

    /**
     * Writes a blob unless it is already there.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param blob its digest and size
     * @param content the file that holds it
     */
    void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content);

    /**
     * Writes a small blob unless it is already there.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param mediaType what it is
     * @param content its bytes
     * @return its descriptor
     */
    RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content);

    /**
     * Lists the tags of a repository, all of them or none: a list that cannot be read to its end is a failure.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @return the tags in the registry's order; empty if the repository does not exist
     */
    List<String> tags(CallContext context, ImageReference repository);

    /**
     * Lists what refers to a digest: by the referrers interface, else by the tag {@code sha256-<hex>}. A list that
     * cannot be read to its end is a failure.
     *
     * @param context the call
     * @param repository any reference of the repository
     * @param subject the digest referred to
     * @return the referring manifests with artifact type and annotations
     */
    List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject);

    /**
     * Removes a manifest, or says that it was not there. Every tag that points to it goes with it; what it holds and
     * what refers to it is not touched.
     *
     * @param context the call
     * @param reference the manifest's digest
     * @return whether there was one
     * @throws io.quantumlayer.api.error.QuantumLayerException of code {@link #DELETE_UNSUPPORTED} if the registry does
     *     not delete, or not this manifest
     */
    boolean delete(CallContext context, ImageReference reference);
}
