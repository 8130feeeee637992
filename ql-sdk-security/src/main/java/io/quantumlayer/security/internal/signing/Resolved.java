package io.quantumlayer.security.internal.signing;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.util.Optional;

/** An image as its registry holds it now. */
public record Resolved(ImageReference reference, RegistryDescriptor manifest) {
    /** Reads the manifest, whose digest is computed from its bytes; empty if there is none. */
    public static Optional<Resolved> find(ImageRegistry registry, CallContext context, ImageReference image) {
        return registry.manifest(context, image)
                .map(manifest -> new Resolved(image.at(manifest.digest()), manifest.descriptor()));
    }

    /** Reads the manifest, or refuses. */
    public static Resolved of(ImageRegistry registry, CallContext context, ImageReference image) {
        return find(registry, context, image)
                .orElseThrow(() -> new QuantumLayerException(
                        Failure.of(ErrorType.DEPENDENCY, "signing.image-missing", "There is no image " + image + ".")));
    }

    /** Returns its digest. */
    public Digest digest() {
        return manifest.digest();
    }
}
