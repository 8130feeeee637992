package io.quantumlayer.security.sbom;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Images in memory, made of layers that a test writes. */
final class LayeredImages implements ImageRegistry {
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

    private final Map<String, RegistryManifest> manifests = new HashMap<>();
    private final Map<Digest, byte[]> blobs = new HashMap<>();

    /** Packs files, path to text. */
    static byte[] layer(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Puts an image with these layers under a tag. */
    ImageReference image(String tag, List<byte[]> layers) {
        StringBuilder listed = new StringBuilder();
        for (byte[] layer : layers) {
            blobs.put(Digest.of(layer), layer);
            listed.append(listed.isEmpty() ? "" : ",").append(json(LAYER, layer));
        }
        return put(tag, "{\"schemaVersion\":2,\"layers\":[" + listed + "]}");
    }

    /** Puts an index over images that are there under a tag. */
    ImageReference index(String tag, List<ImageReference> images) {
        StringBuilder listed = new StringBuilder();
        for (ImageReference image : images) {
            byte[] content = manifests.get(image.selector()).content();
            listed.append(listed.isEmpty() ? "" : ",").append(json(RegistryManifest.MANIFEST, content));
        }
        return put(tag, "{\"schemaVersion\":2,\"manifests\":[" + listed + "]}");
    }

    private static String json(String type, byte[] content) {
        return "{\"mediaType\":\"" + type + "\",\"digest\":\"" + Digest.of(content) + "\",\"size\":" + content.length
                + "}";
    }

    private ImageReference put(String tag, String json) {
        ImageReference reference = ImageReference.parse("127.0.0.1:5000/acme/todo:" + tag);
        RegistryManifest manifest =
                new RegistryManifest(RegistryManifest.MANIFEST, json.getBytes(StandardCharsets.UTF_8));
        manifests.put(tag, manifest);
        manifests.put(manifest.digest().toString(), manifest);
        return reference;
    }

    @Override
    public Optional<RegistryManifest> manifest(CallContext context, ImageReference reference) {
        return Optional.ofNullable(manifests.get(reference.selector()));
    }

    @Override
    public void pull(CallContext context, ImageReference repository, RegistryDescriptor blob, Path target) {
        try {
            Files.write(target, blobs.get(blob.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] blob(CallContext context, ImageReference repository, RegistryDescriptor blob) {
        return blobs.get(blob.digest()).clone();
    }

    @Override
    public Digest push(CallContext context, ImageReference reference, RegistryManifest manifest) {
        throw new UnsupportedOperationException("only read here");
    }

    @Override
    public void push(CallContext context, ImageReference repository, RegistryDescriptor blob, Path content) {
        throw new UnsupportedOperationException("only read here");
    }

    @Override
    public RegistryDescriptor push(CallContext context, ImageReference repository, String mediaType, byte[] content) {
        throw new UnsupportedOperationException("only read here");
    }

    @Override
    public List<String> tags(CallContext context, ImageReference repository) {
        return manifests.keySet().stream().sorted().toList();
    }

    @Override
    public List<RegistryDescriptor> referrers(CallContext context, ImageReference repository, Digest subject) {
        return List.of();
    }

    @Override
    public boolean delete(CallContext context, ImageReference reference) {
        throw new UnsupportedOperationException("only read here");
    }
}
