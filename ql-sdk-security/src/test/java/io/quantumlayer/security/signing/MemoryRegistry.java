package io.quantumlayer.security.signing;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import io.quantumlayer.security.internal.signing.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One repository in memory, whose content a test may spoil. */
final class MemoryRegistry implements ImageRegistry {
    final Map<String, RegistryManifest> manifests = new HashMap<>();
    final Map<Digest, byte[]> blobs = new HashMap<>();
    final Map<Digest, List<RegistryDescriptor>> referrers = new HashMap<>();

    @Override
    public Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        return Optional.ofNullable(manifests.get(reference.selector()));
    }

    @Override
    public Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        manifests.put(reference.selector(), manifest);
        manifests.put(manifest.digest().toString(), manifest);
        var json = Json.object(manifest.content()).orElseThrow();
        String subject = json.path("subject").path("digest").asText();
        if (!subject.isEmpty()) {
            Map<String, String> annotations = new HashMap<>();
            json.path("annotations")
                    .properties()
                    .forEach(p -> annotations.put(p.getKey(), p.getValue().asText()));
            RegistryDescriptor bare = manifest.descriptor();
            referrers
                    .computeIfAbsent(Digest.parse(subject), d -> new ArrayList<>())
                    .add(new RegistryDescriptor(
                            bare.mediaType(),
                            bare.digest(),
                            bare.size(),
                            Optional.of(json.path("artifactType").asText()),
                            annotations));
        }
        return manifest.digest();
    }

    @Override
    public byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        return blobs.get(blob.digest()).clone();
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        throw new UnsupportedOperationException("signatures fit into memory");
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        throw new UnsupportedOperationException("signatures fit into memory");
    }

    @Override
    public RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content) {
        blobs.put(Digest.of(content), content.clone());
        return RegistryDescriptor.of(mediaType, content);
    }

    @Override
    public List<String> tags(CallContext context, ImageReference repository) {
        return manifests.keySet().stream().sorted().toList();
    }

    @Override
    public List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject) {
        return referrers.getOrDefault(subject, List.of());
    }

    @Override
    public boolean delete(CallContext context, ImageReference reference) {
        return manifests.remove(reference.selector()) != null;
    }

    /** Puts an image under a tag, as different as its text. */
    ImageReference image(String tag, String text) {
        ImageReference reference = ImageReference.parse("127.0.0.1:5000/acme/todo:" + tag);
        String json = "{\"schemaVersion\":2,\"layers\":[],\"annotations\":{\"text\":\"" + text + "\"}}";
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        push(null, reference, new RegistryManifest(RegistryManifest.MANIFEST, content));
        return reference;
    }
}
