package io.quantumlayer.registry.oci;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.registry.oci.internal.Blobs;
import io.quantumlayer.registry.oci.internal.Manifests;
import io.quantumlayer.registry.oci.internal.Referrers;
import io.quantumlayer.registry.oci.internal.Requests;
import io.quantumlayer.registry.oci.internal.Tags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A client of any registry that speaks the OCI distribution protocol: anonymous, with basic credentials or with bearer
 * tokens. Thread-safe; it holds tokens until they expire and no other state.
 *
 * <p>Two writers that add referrers to one subject at once, on a registry without the referrers interface, may lose one
 * of the two entries: the protocol has no lock for its fallback tag.
 */
public final class OciRegistry implements ImageRegistry {
    private final Manifests manifests;
    private final Blobs blobs;
    private final Tags tags;
    private final Referrers referrers;
    private final Map<String, String> mirrors;

    OciRegistry(Requests requests, Map<String, String> mirrors) {
        this.manifests = new Manifests(requests);
        this.blobs = new Blobs(requests);
        this.tags = new Tags(requests);
        this.referrers = new Referrers(requests, manifests);
        this.mirrors = mirrors;
    }

    /**
     * Starts a client.
     *
     * @return a builder without credentials
     */
    public static OciRegistryBuilder create() {
        return new OciRegistryBuilder();
    }

    @Override
    public Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        return manifests.read(context, mirrored(reference));
    }

    @Override
    public Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        boolean indexed = manifests.write(context, reference, manifest);
        if (!indexed) {
            referrers.index(context, reference, manifest);
        }
        return manifest.digest();
    }

    @Override
    public byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        return blobs.read(context, mirrored(repository), blob);
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        blobs.read(context, mirrored(repository), blob, target);
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        blobs.write(context, repository, blob, content);
    }

    @Override
    public RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content) {
        RegistryDescriptor blob = RegistryDescriptor.of(mediaType, content);
        blobs.write(context, repository, blob, content);
        return blob;
    }

    @Override
    public List<String> tags(CallContext context, ImageReference repository) {
        return tags.list(context, repository);
    }

    @Override
    public List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject) {
        return referrers.list(context, repository, subject);
    }

    @Override
    public boolean delete(CallContext context, ImageReference reference) {
        return manifests.delete(context, reference);
    }

    private ImageReference mirrored(ImageReference reference) {
        String mirror = mirrors.get(reference.registry());
        return mirror == null
                ? reference
                : new ImageReference(mirror, reference.repository(), reference.tag(), reference.digest());
    }
}
