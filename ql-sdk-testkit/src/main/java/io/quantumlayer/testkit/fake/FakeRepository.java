package io.quantumlayer.testkit.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One repository of a {@link FakeRegistry}. */
final class FakeRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<Digest, RegistryManifest> manifests = new TreeMap<>();
    private final Map<Digest, JsonNode> read = new HashMap<>();
    private final Map<String, Digest> tags = new TreeMap<>();
    private final Map<Digest, byte[]> blobs = new HashMap<>();
    private final boolean referrersInterface;

    FakeRepository(boolean referrersInterface) {
        this.referrersInterface = referrersInterface;
    }

    Optional<RegistryManifest> manifest(ImageReference reference) {
        Optional<Digest> digest =
                reference.digest().or(() -> reference.tag().flatMap(tag -> Optional.ofNullable(tags.get(tag))));
        return digest.flatMap(d -> Optional.ofNullable(manifests.get(d)));
    }

    Optional<byte[]> blob(Digest digest) {
        return Optional.ofNullable(blobs.get(digest)).map(byte[]::clone);
    }

    void put(byte[] blob) {
        blobs.put(Digest.of(blob), blob.clone());
    }

    boolean hasBlobs(RegistryManifest manifest) {
        JsonNode json = json(manifest);
        List<JsonNode> needed = new ArrayList<>();
        json.path("layers").forEach(needed::add);
        if (json.has("config")) {
            needed.add(json.path("config"));
        }
        return needed.stream().allMatch(blob -> blobs.containsKey(digest(blob)));
    }

    void put(ImageReference reference, RegistryManifest manifest) {
        manifests.put(manifest.digest(), manifest);
        if (reference.digest().isEmpty()) {
            reference.tag().ifPresent(tag -> tags.put(tag, manifest.digest()));
        }
        JsonNode subject = json(manifest).path("subject");
        if (subject.isObject() && !referrersInterface) {
            index("sha256-" + digest(subject).hex(), manifest);
        }
    }

    private void index(String tag, RegistryManifest referrer) {
        ObjectNode index = MAPPER.createObjectNode();
        index.put("schemaVersion", 2).put("mediaType", RegistryManifest.INDEX);
        ArrayNode entries = index.putArray("manifests");
        Optional.ofNullable(tags.get(tag))
                .map(manifests::get)
                .ifPresent(old -> json(old).path("manifests").forEach(entries::add));
        for (JsonNode entry : entries) {
            if (digest(entry).equals(referrer.digest())) {
                return;
            }
        }
        JsonNode json = json(referrer);
        ObjectNode entry = entries.addObject();
        entry.put("mediaType", referrer.mediaType());
        entry.put("digest", referrer.digest().toString());
        entry.put("size", referrer.content().length);
        for (String field : List.of("artifactType", "annotations")) {
            if (json.has(field)) {
                entry.set(field, json.path(field));
            }
        }
        RegistryManifest written = new RegistryManifest(RegistryManifest.INDEX, bytes(index));
        manifests.put(written.digest(), written);
        tags.put(tag, written.digest());
    }

    List<String> tags() {
        return List.copyOf(tags.keySet());
    }

    List<RegistryDescriptor> referrers(Digest subject) {
        if (referrersInterface) {
            return manifests.values().stream()
                    .filter(m -> json(m).path("subject").path("digest").asText().equals(subject.toString()))
                    .map(m -> described(json(m), m.descriptor()))
                    .toList();
        }
        List<RegistryDescriptor> listed = new ArrayList<>();
        Optional.ofNullable(tags.get("sha256-" + subject.hex()))
                .map(manifests::get)
                .ifPresent(index -> json(index).path("manifests").forEach(entry -> listed.add(listed(entry))));
        return List.copyOf(listed);
    }

    private static RegistryDescriptor listed(JsonNode entry) {
        RegistryDescriptor bare = new RegistryDescriptor(
                entry.path("mediaType").asText(),
                digest(entry),
                entry.path("size").asLong(),
                Optional.empty(),
                Map.of());
        return described(entry, bare);
    }

    private static RegistryDescriptor described(JsonNode from, RegistryDescriptor bare) {
        Map<String, String> annotations = new HashMap<>();
        from.path("annotations")
                .properties()
                .forEach(p -> annotations.put(p.getKey(), p.getValue().asText()));
        Optional<String> type = Optional.of(from.path("artifactType").asText()).filter(text -> !text.isEmpty());
        return new RegistryDescriptor(bare.mediaType(), bare.digest(), bare.size(), type, annotations);
    }

    boolean delete(Digest digest) {
        tags.values().removeIf(digest::equals);
        return manifests.remove(digest) != null;
    }

    private static Digest digest(JsonNode descriptor) {
        return Digest.parse(descriptor.path("digest").asText());
    }

    private JsonNode json(RegistryManifest manifest) {
        return read.computeIfAbsent(manifest.digest(), digest -> {
            try {
                return MAPPER.readTree(manifest.content());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
