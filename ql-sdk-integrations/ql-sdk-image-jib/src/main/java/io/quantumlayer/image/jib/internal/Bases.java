package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the base of one platform: in a layout, in the cache, or in a registry and then in the cache. */
final class Bases {
    private final ImageRegistry registry;
    private final CallContext context;
    private final Path folder;
    private final BlobFolder cache;

    Bases(Path cache, ImageRegistry registry, CallContext context) {
        this.registry = registry;
        this.context = context;
        this.folder = cache.resolve("bases");
        this.cache = new BlobFolder(folder);
    }

    PlatformImage find(ImageBase base, String platform) throws IOException {
        return switch (base.kind()) {
            case SCRATCH, DIRECTORY -> PlatformImage.empty(platform, cache);
            case LAYOUT -> fromLayout(((ImageBase.Layout) base).path(), platform);
            case REGISTRY -> fromRegistry(((ImageBase.Registry) base).reference(), platform);
        };
    }

    private static PlatformImage fromLayout(Path layout, String platform) throws IOException {
        Path index = layout.resolve("index.json");
        if (!Files.isRegularFile(index)) {
            throw Refusals.input("base", "The base " + layout + " is no OCI layout: it has no index.json.");
        }
        BlobFolder blobs = new BlobFolder(layout);
        ObjectNode chosen = Json.object(Files.readAllBytes(index), "index.json");
        while (chosen.path("manifests").isArray()) {
            chosen = Json.object(blobs.read(choose(chosen, platform).digest()), "A manifest of the base");
        }
        PlatformImage image = PlatformImage.of(chosen, blobs);
        for (RegistryDescriptor layer : image.layers()) {
            blobs.check(layer);
        }
        return matching(image, platform);
    }

    private static RegistryDescriptor choose(ObjectNode index, String platform) {
        JsonNode entries = index.path("manifests");
        for (JsonNode entry : entries) {
            JsonNode said = entry.path("platform");
            String own =
                    said.path("os").asText() + "/" + said.path("architecture").asText();
            String variant = own + "/" + said.path("variant").asText();
            if (platform.equals(own) || platform.equals(variant)) {
                return Json.descriptor(entry);
            }
        }
        if (entries.size() == 1 && entries.path(0).path("platform").isMissingNode()) {
            return Json.descriptor(entries.path(0));
        }
        throw Refusals.input("base", "The base has no image for " + platform + "; choose another base or platform.");
    }

    private static PlatformImage matching(PlatformImage image, String platform) {
        if (!image.isFor(platform)) {
            throw Refusals.input("base", "The base is not for " + platform + "; choose another base or platform.");
        }
        return image;
    }

    private PlatformImage fromRegistry(ImageReference reference, String platform) throws IOException {
        Digest digest = reference
                .digest()
                .orElseThrow(() -> Refusals.input(
                        "base",
                        "The base " + reference + " is named by a tag, which moves: pin it as NAME@sha256:<64 hex>."));
        ObjectNode chosen = manifest(reference, digest);
        if (chosen.path("manifests").isArray()) {
            chosen = manifest(reference, choose(chosen, platform).digest());
        }
        fetch(reference, Json.descriptor(chosen.path("config")));
        for (JsonNode layer : chosen.path("layers")) {
            fetch(reference, Json.descriptor(layer));
        }
        return matching(PlatformImage.of(chosen, cache), platform);
    }

    private ObjectNode manifest(ImageReference reference, Digest digest) throws IOException {
        if (!Files.isRegularFile(cache.path(digest))) {
            try {
                RegistryManifest read = registry.manifest(context, reference.at(digest))
                        .orElseThrow(() -> Refusals.base("The base " + reference + " is not in its registry.", null));
                cache.write(read.mediaType(), read.content());
            } catch (QuantumLayerException e) {
                throw unreachable(reference, e);
            }
        }
        return Json.object(cache.read(digest), "The manifest of the base");
    }

    private void fetch(ImageReference reference, RegistryDescriptor blob) throws IOException {
        if (cache.has(blob)) {
            return;
        }
        Files.createDirectories(cache.path(blob.digest()).getParent());
        try {
            registry.pull(context, reference, blob, cache.path(blob.digest()));
        } catch (QuantumLayerException e) {
            throw unreachable(reference, e);
        }
    }

    private QuantumLayerException unreachable(ImageReference reference, QuantumLayerException cause) {
        return Refusals.base(
                "The base " + reference + " is not in the cache " + folder + " and cannot be read: "
                        + cause.failure().message(),
                cause);
    }
}
