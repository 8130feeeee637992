package io.quantumlayer.security.internal.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.security.internal.signing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unpacks an image's files, layer by layer. */
public final class ImageFiles {
    private final ImageRegistry registry;
    private final CallContext context;
    private final Path room;

    /** Unpacks into a folder of its own below a room. */
    public ImageFiles(ImageRegistry registry, CallContext context, Path room) {
        this.registry = registry;
        this.context = context;
        this.room = room;
    }

    /** Unpacks the image, or its first platform if it has several. */
    public UnpackedImage unpack(ImageReference image) {
        RegistryManifest found = read(image);
        List<String> gaps = new ArrayList<>();
        JsonNode manifest = json(found);
        if (manifest.path("manifests").isArray()) {
            gaps.add("Only the first of " + manifest.path("manifests").size() + " platforms was read.");
            String first = manifest.path("manifests").path(0).path("digest").asText();
            manifest = json(read(image.at(digest(first))));
        }
        try {
            Files.createDirectories(room);
            UnpackedImage unpacked = new UnpackedImage(Files.createTempDirectory(room, "image"), found.digest(), gaps);
            try {
                return filled(unpacked, image, manifest);
            } catch (IOException | RuntimeException e) {
                unpacked.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + image, e);
        }
    }

    private UnpackedImage filled(UnpackedImage unpacked, ImageReference image, JsonNode manifest) throws IOException {
        LayerFiles layers = new LayerFiles(unpacked.root());
        for (JsonNode layer : manifest.path("layers")) {
            String type = layer.path("mediaType").asText();
            if (type.endsWith("zstd")) {
                unpacked.addGap("A layer is compressed with zstd, which is not read.");
                continue;
            }
            Path blob = Files.createTempFile(room, "layer", ".blob");
            try {
                registry.pull(context, image, descriptor(layer), blob);
                layers.add(blob, type.endsWith("gzip"));
            } finally {
                Files.deleteIfExists(blob);
            }
        }
        for (String database : List.of("var/lib/dpkg/status", "lib/apk/db/installed", "var/lib/rpm")) {
            if (Files.exists(unpacked.root().resolve(database))) {
                unpacked.addGap("The packages of the operating system in " + database + " are not listed.");
            }
        }
        return unpacked;
    }

    private RegistryManifest read(ImageReference image) {
        return registry.manifest(context, image)
                .orElseThrow(() -> new QuantumLayerException(
                        Failure.of(ErrorType.DEPENDENCY, "sbom.image-missing", "There is no image " + image + ".")));
    }

    private static JsonNode json(RegistryManifest manifest) {
        return Json.object(manifest.content()).orElseThrow(() -> refusal("The manifest is no JSON."));
    }

    private static RegistryDescriptor descriptor(JsonNode layer) {
        return new RegistryDescriptor(
                layer.path("mediaType").asText(),
                digest(layer.path("digest").asText()),
                layer.path("size").asLong(),
                Optional.empty(),
                Map.of());
    }

    private static Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw refusal("The manifest lists something without a sha256 digest.");
        }
    }

    private static QuantumLayerException refusal(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "sbom.manifest", message));
    }
}
