package io.quantumlayer.registry.oci.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Lists what refers to a digest, and keeps the fallback tag where a registry does not. */
public final class Referrers {
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_PAGES = 50;

    private final Requests requests;
    private final Manifests manifests;

    /** Sends through these. */
    public Referrers(Requests requests, Manifests manifests) {
        this.requests = requests;
        this.manifests = manifests;
    }

    /** Lists the referrers of a digest. */
    public List<RegistryDescriptor> list(CallContext context, ImageReference repository, Digest subject) {
        List<RegistryDescriptor> found = new ArrayList<>();
        Optional<HttpUrl> next = Optional.of(requests.url(repository, "/referrers/" + subject));
        for (int page = 0; next.isPresent() && page < MAX_PAGES; page++) {
            Request request = new Request.Builder()
                    .url(next.get())
                    .header("Accept", RegistryManifest.INDEX)
                    .build();
            try (Response answer = requests.send(context, repository, "pull", request)) {
                if (!answer.isSuccessful()) {
                    return withoutInterface(context, repository, subject, answer);
                }
                found.addAll(entries(index(Requests.body(answer, MAX_BYTES), subject)));
                next = Links.next(requests, repository, answer);
            }
        }
        if (next.isPresent()) {
            throw Failures.answer("The list of what refers to " + subject + " has more than " + MAX_PAGES + " pages.");
        }
        return List.copyOf(found);
    }

    private List<RegistryDescriptor> withoutInterface(
            CallContext context, ImageReference repository, Digest subject, Response answer) {
        if (answer.code() != 404 && answer.code() != 405) {
            throw Requests.refused(answer);
        }
        return manifests
                .read(context, repository.tagged(tag(subject)))
                .map(m -> entries(index(m.content(), subject)))
                .orElse(List.of());
    }

    /** Adds a manifest with a subject to the fallback tag of that subject; others are left alone. */
    public void index(CallContext context, ImageReference repository, RegistryManifest manifest) {
        JsonNode json = Json.object(manifest.content()).orElseGet(Json::create);
        String subject = json.path("subject").path("digest").asText();
        if (subject.isEmpty()) {
            return;
        }
        ImageReference tag = repository.tagged(tag(digest(subject)));
        ObjectNode index = manifests
                .read(context, tag)
                .map(m -> (ObjectNode) index(m.content(), digest(subject)))
                .orElseGet(Referrers::empty);
        ArrayNode entries = isEmptyList(index) ? index.putArray("manifests") : index.withArray("manifests");
        for (JsonNode entry : entries) {
            if (entry.path("digest").asText().equals(manifest.digest().toString())) {
                return;
            }
        }
        entries.add(entry(json, manifest));
        try {
            write(context, tag, index);
        } catch (QuantumLayerException refused) {
            // A registry may refuse an index that lists what was deleted meanwhile.
            if (!prune(context, repository, entries)) {
                throw refused;
            }
            write(context, tag, index);
        }
    }

    private void write(CallContext context, ImageReference tag, ObjectNode index) {
        manifests.write(context, tag, new RegistryManifest(RegistryManifest.INDEX, Json.bytes(index)));
    }

    private boolean prune(CallContext context, ImageReference repository, ArrayNode entries) {
        int before = entries.size();
        for (int i = before - 1; i >= 0; i--) {
            Digest digest = digest(entries.path(i).path("digest").asText());
            if (manifests.read(context, repository.at(digest)).isEmpty()) {
                entries.remove(i);
            }
        }
        return entries.size() < before;
    }

    private static ObjectNode empty() {
        ObjectNode index = Json.create();
        index.put("schemaVersion", 2);
        index.put("mediaType", RegistryManifest.INDEX);
        index.putArray("manifests");
        return index;
    }

    private static ObjectNode entry(JsonNode json, RegistryManifest manifest) {
        ObjectNode entry = Json.create();
        entry.put("mediaType", manifest.mediaType());
        entry.put("digest", manifest.digest().toString());
        entry.put("size", manifest.content().length);
        String artifact = json.path("artifactType")
                .asText(json.path("config").path("mediaType").asText());
        if (!artifact.isEmpty()) {
            entry.put("artifactType", artifact);
        }
        if (json.path("annotations").isObject()) {
            entry.set("annotations", json.path("annotations"));
        }
        return entry;
    }

    private static JsonNode index(byte[] content, Digest subject) {
        return Json.object(content)
                .filter(n -> n.path("manifests").isArray() || isEmptyList(n))
                .orElseThrow(() -> Failures.answer("The list of what refers to " + subject + " is no index."));
    }

    /** An empty list is written as null by registries whose language makes no difference between them. */
    private static boolean isEmptyList(JsonNode index) {
        return index.has("manifests") && index.path("manifests").isNull();
    }

    private static List<RegistryDescriptor> entries(JsonNode index) {
        List<RegistryDescriptor> entries = new ArrayList<>();
        for (JsonNode entry : index.path("manifests")) {
            Map<String, String> annotations = new HashMap<>();
            entry.path("annotations")
                    .properties()
                    .forEach(p -> annotations.put(p.getKey(), p.getValue().asText()));
            String artifact = entry.path("artifactType").asText();
            entries.add(new RegistryDescriptor(
                    entry.path("mediaType").asText(),
                    digest(entry.path("digest").asText()),
                    entry.path("size").asLong(),
                    artifact.isEmpty() ? Optional.empty() : Optional.of(artifact),
                    annotations));
        }
        return entries;
    }

    private static Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw Failures.answer("A list of referrers holds something that is no sha256 digest.");
        }
    }

    private static String tag(Digest subject) {
        return "sha256-" + subject.hex();
    }
}
