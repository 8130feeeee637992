package io.quantumlayer.image.jib;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry in memory that can be cut off. */
final class FolderRegistry implements ImageRegistry {
    final Map<String, RegistryManifest> manifests = new HashMap<>();
    final Map<Digest, byte[]> blobs = new HashMap<>();
    boolean cutOff;

    @Override
    public Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        check();
        return Optional.ofNullable(manifests.get(reference.selector()));
    }

    @Override
    public Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        check();
        manifests.put(reference.selector(), manifest);
        manifests.put(manifest.digest().toString(), manifest);
        return manifest.digest();
    }

    @Override
    public byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        check();
        return blobs.get(blob.digest()).clone();
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        try {
            Files.write(target, blob(context, repository, blob));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        check();
        try {
            blobs.put(blob.digest(), Files.readAllBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content) {
        check();
        blobs.put(Digest.of(content), content.clone());
        return RegistryDescriptor.of(mediaType, content);
    }

    @Override
    public List<String> tags(CallContext context, ImageReference repository) {
        return manifests.keySet().stream().sorted().toList();
    }

    @Override
    public List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject) {
        return List.of();
    }

    @Override
    public boolean delete(CallContext context, ImageReference reference) {
        return manifests.remove(reference.selector()) != null;
    }

    private void check() {
        if (cutOff) {
            throw new QuantumLayerException(Failure.of(ErrorType.NETWORK, "test.cut-off", "nobody answers"));
        }
    }
}
