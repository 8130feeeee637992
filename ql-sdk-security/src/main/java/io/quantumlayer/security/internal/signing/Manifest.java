package io.quantumlayer.security.internal.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON of manifests. */
final class Manifest {
    private Manifest() {}

    static JsonNode read(ImageRegistry registry, CallContext context, ImageReference reference) {
        return registry.manifest(context, reference)
                .flatMap(m -> Json.object(m.content()))
                .orElseThrow(() -> refusal("There is no manifest " + reference + "."));
    }

    static RegistryDescriptor descriptor(JsonNode node) {
        Map<String, String> annotations = new HashMap<>();
        node.path("annotations")
                .properties()
                .forEach(p -> annotations.put(p.getKey(), p.getValue().asText()));
        try {
            return new RegistryDescriptor(
                    node.path("mediaType").asText(),
                    Digest.parse(node.path("digest").asText()),
                    node.path("size").asLong(),
                    Optional.empty(),
                    annotations);
        } catch (IllegalArgumentException e) {
            throw refusal("A manifest lists something without a sha256 digest.");
        }
    }

    static ObjectNode node(RegistryDescriptor descriptor) {
        ObjectNode node = Json.create();
        node.put("mediaType", descriptor.mediaType());
        node.put("digest", descriptor.digest().toString());
        node.put("size", descriptor.size());
        if (!descriptor.annotations().isEmpty()) {
            ObjectNode annotations = node.putObject("annotations");
            descriptor.annotations().forEach(annotations::put);
        }
        return node;
    }

    private static QuantumLayerException refusal(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "signing.manifest", message));
    }
}
