package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.util.ArrayList;
import java.util.List;

/** One platform's configuration and layers, and where their blobs lie. */
record PlatformImage(ObjectNode config, List<RegistryDescriptor> layers, BlobFolder blobs) {
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    static PlatformImage empty(String platform, BlobFolder blobs) {
        String[] parts = platform.split("/", -1);
        ObjectNode config = Json.create();
        config.put("architecture", parts[1]);
        config.put("os", parts[0]);
        if (parts.length > 2) {
            config.put("variant", parts[2]);
        }
        return new PlatformImage(config, List.of(), blobs);
    }

    static PlatformImage of(ObjectNode manifest, BlobFolder blobs) {
        ObjectNode config = Json.object(
                blobs.read(Json.descriptor(manifest.path("config")).digest()), "The configuration of an image");
        List<RegistryDescriptor> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("layers")) {
            layers.add(oci(Json.descriptor(layer)));
        }
        if (config.path("rootfs").path("diff_ids").size() != layers.size()) {
            throw Refusals.input("base", "The base's configuration and manifest do not list the same layers.");
        }
        return new PlatformImage(config, List.copyOf(layers), blobs);
    }

    private static RegistryDescriptor oci(RegistryDescriptor layer) {
        String type = layer.mediaType();
        String plain = type.endsWith("gzip") ? LAYER + "+gzip" : type.endsWith("zstd") ? LAYER + "+zstd" : LAYER;
        return new RegistryDescriptor(plain, layer.digest(), layer.size(), layer.artifactType(), layer.annotations());
    }

    boolean isFor(String platform) {
        String variant = config.path("variant").asText();
        String own =
                config.path("os").asText() + "/" + config.path("architecture").asText();
        return platform.equals(own) || platform.equals(own + "/" + variant);
    }
}
