package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A registry in memory, with any number of repositories. It refuses manifests whose blobs are missing and content that
 * is not its digest, lists referrers by an interface of its own or by tags {@code sha256-<hex>}, and takes every tag of
 * a manifest along when that is deleted, as real ones do. Thread-safe.
 */
public final class FakeRegistry implements ImageRegistry {
    private final Map<String, FakeRepository> repositories = new TreeMap<>();
    private final boolean referrersInterface;
    private final boolean deletes;

    private FakeRegistry(boolean referrersInterface, boolean deletes) {
        this.referrersInterface = referrersInterface;
        this.deletes = deletes;
    }

    /**
     * Creates an empty registry that lists referrers and deletes.
     *
     * @return the registry
     */
    public static FakeRegistry create() {
        return new FakeRegistry(true, true);
    }

    /**
     * Creates an empty registry that deletes and keeps referrers under tags, since it has no interface for them.
     *
     * @return the registry
     */
    public static FakeRegistry withoutReferrersInterface() {
        return new FakeRegistry(false, true);
    }

    /**
     * Creates an empty registry that lists referrers and does not delete.
     *
     * @return the registry
     */
    public static FakeRegistry withoutDeletion() {
        return new FakeRegistry(true, false);
    }

    @Override
    public synchronized Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        return at(context, reference).manifest(reference);
    }

    @Override
    public synchronized Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        FakeRepository repository = at(context, reference);
        if (!reference.digest().map(manifest.digest()::equals).orElse(true)) {
            throw refusal("a manifest is written under its own digest or under a tag");
        }
        if (!repository.hasBlobs(manifest)) {
            throw refusal("a blob of the manifest " + manifest.digest() + " is missing");
        }
        repository.put(reference, manifest);
        return manifest.digest();
    }

    @Override
    public synchronized byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        byte[] content = at(context, repository)
                .blob(blob.digest())
                .orElseThrow(() -> new QuantumLayerException(Failure.of(
                        ErrorType.DEPENDENCY, "registry.fake.missing", "there is no blob " + blob.digest())));
        if (content.length != blob.size()) {
            throw refusal("the blob " + blob.digest() + " is not as long as it should be");
        }
        return content;
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        byte[] content = blob(context, repository, blob);
        try {
            Files.write(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        try {
            byte[] bytes = Files.readAllBytes(content);
            if (!Digest.of(bytes).equals(blob.digest())) {
                throw refusal("the content is not " + blob.digest());
            }
            push(context, repository, blob.mediaType(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized RegistryDescriptor push(
            CallContext context, ImageReference repository, String mediaType, byte[] content) {
        at(context, repository).put(content);
        return RegistryDescriptor.of(mediaType, content);
    }

    @Override
    public synchronized List<String> tags(CallContext context, ImageReference repository) {
        return at(context, repository).tags();
    }

    @Override
    public synchronized List<RegistryDescriptor> referrers(
            CallContext context, ImageReference repository, Digest subject) {
        return at(context, repository).referrers(subject);
    }

    @Override
    public synchronized boolean delete(CallContext context, ImageReference reference) {
        FakeRepository repository = at(context, reference);
        if (!deletes) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.VALIDATION, DELETE_UNSUPPORTED, "this fake does not delete " + reference));
        }
        return repository.delete(reference.digest().orElseThrow(() -> refusal("a deletion names a digest")));
    }

    private FakeRepository at(CallContext context, ImageReference reference) {
        if (context.remaining().isZero()) {
            throw new QuantumLayerException(
                    Failure.of(ErrorType.TIMEOUT, "registry.fake.timeout", "the deadline has passed"));
        }
        return repositories.computeIfAbsent(reference.name(), name -> new FakeRepository(referrersInterface));
    }

    private static QuantumLayerException refusal(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "registry.fake.refused", message));
    }
}
