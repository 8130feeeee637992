package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.BuiltImage;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One build, from files to an image where it should go. */
public final class Build {
    private final Path cache;
    private final ImageRegistry registry;
    private final CallContext context;
    private final Consumer<String> progress;

    /** Builds with a cache and registry on behalf of a call. */
    public Build(Path cache, ImageRegistry registry, CallContext context, Consumer<String> progress) {
        this.cache = cache;
        this.registry = registry;
        this.context = context;
        this.progress = progress;
    }

    /** Builds and delivers. */
    public BuiltImage run(ImageSpec spec, ImageTarget target) {
        try {
            Path room = Files.createDirectories(cache.resolve("builds"));
            Path staging = Files.createTempDirectory(room, "build");
            try {
                return staged(spec, target, staging);
            } finally {
                Folders.remove(staging);
            }
        } catch (IOException e) {
            throw Refusals.failed("The image could not be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.cancelled();
        }
    }

    private BuiltImage staged(ImageSpec spec, ImageTarget target, Path staging)
            throws IOException, InterruptedException {
        Bases bases = new Bases(cache, registry, context);
        List<PlatformImage> found = new ArrayList<>();
        for (String platform : spec.platforms()) {
            progress("Base for " + platform);
            found.add(bases.find(spec.base(), platform));
        }
        progress("Layers");
        PlatformImage app = new AppLayers(cache).make(spec, staging);
        Path layout = Files.createDirectories(staging.resolve("layout"));
        BlobFolder out = new BlobFolder(layout);
        Assembly assembly = new Assembly(spec, out);
        List<RegistryDescriptor> manifests = new ArrayList<>();
        for (PlatformImage base : found) {
            manifests.add(assembly.write(base, app));
        }
        RegistryDescriptor image = manifests.size() == 1
                ? manifests.get(0)
                : out.write(RegistryManifest.INDEX, Json.bytes(index(manifests, spec.platforms())));
        Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.write(layout.resolve("index.json"), Json.bytes(index(List.of(image), List.of())));
        BuiltImage built = built(out, image, manifests.get(0), spec);
        progress("Delivery");
        new Delivery(registry, context, layout).deliver(target);
        return built;
    }

    private void progress(String stage) {
        if (context.cancellation().requested() || Thread.currentThread().isInterrupted()) {
            throw Refusals.cancelled();
        }
        progress.accept(stage);
    }

    private static ObjectNode index(List<RegistryDescriptor> manifests, List<String> platforms) {
        ObjectNode index = Json.create();
        index.put("schemaVersion", 2);
        index.put("mediaType", RegistryManifest.INDEX);
        ArrayNode entries = index.putArray("manifests");
        for (int i = 0; i < manifests.size(); i++) {
            ObjectNode entry = Json.of(manifests.get(i));
            if (i < platforms.size()) {
                String[] parts = platforms.get(i).split("/", -1);
                ObjectNode platform = entry.putObject("platform");
                platform.put("architecture", parts[1]);
                platform.put("os", parts[0]);
                if (parts.length > 2) {
                    platform.put("variant", parts[2]);
                }
            }
            entries.add(entry);
        }
        return index;
    }

    private static BuiltImage built(
            BlobFolder out, RegistryDescriptor image, RegistryDescriptor first, ImageSpec spec) {
        ObjectNode manifest = Json.object(out.read(first.digest()), "The manifest");
        ObjectNode config =
                Json.object(out.read(Json.descriptor(manifest.path("config")).digest()), "The configuration");
        List<Digest> diffIds = new ArrayList<>();
        for (JsonNode diffId : config.path("rootfs").path("diff_ids")) {
            diffIds.add(Digest.parse(diffId.asText()));
        }
        long size = 0;
        for (JsonNode layer : manifest.path("layers")) {
            size += layer.path("size").asLong();
        }
        return new BuiltImage(image.digest(), spec.platforms(), diffIds, size);
    }
}
