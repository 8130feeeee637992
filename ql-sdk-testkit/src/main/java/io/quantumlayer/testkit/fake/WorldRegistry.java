package io.quantumlayer.testkit.fake;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds and removes the images of a world; what is put there comes from the fake builder and the fake signer.
 *
 * @param world where they stand
 */
record WorldRegistry(FakeWorld world) implements ImageRegistry {
    @Override
    public Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        return world.published().contains("image " + reference)
                ? Optional.of(new RegistryManifest(
                        RegistryManifest.MANIFEST, reference.toString().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    @Override
    public List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject) {
        return List.of();
    }

    @Override
    public boolean delete(CallContext context, ImageReference reference) {
        return world.unpublish(
                reference.toString(), context.idempotencyKey(), context.clock().instant());
    }

    @Override
    public Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        throw unused();
    }

    @Override
    public byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        throw unused();
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        throw unused();
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        throw unused();
    }

    @Override
    public RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content) {
        throw unused();
    }

    @Override
    public List<String> tags(CallContext context, ImageReference repository) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the registry of a fake world finds and removes images, nothing else");
    }
}
