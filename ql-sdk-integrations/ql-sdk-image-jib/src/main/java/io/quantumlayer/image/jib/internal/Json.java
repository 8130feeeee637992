package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** JSON of manifests and configurations: keys keep the order they were set in. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object(byte[] json, String what) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Refusals.input("json", what + " is no JSON.", e);
        }
        throw Refusals.input("json", what + " is no JSON object.");
    }

    static ObjectNode create() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has a JSON form", e);
        }
    }

    static RegistryDescriptor descriptor(JsonNode node) {
        try {
            return new RegistryDescriptor(
                    node.path("mediaType").asText(),
                    Digest.parse(node.path("digest").asText()),
                    node.path("size").asLong(),
                    Optional.empty(),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw Refusals.input("descriptor", "A manifest lists something without a sha256 digest.", e);
        }
    }

    static ObjectNode of(RegistryDescriptor descriptor) {
        ObjectNode node = create();
        node.put("mediaType", descriptor.mediaType());
        node.put("digest", descriptor.digest().toString());
        node.put("size", descriptor.size());
        return node;
    }
}
