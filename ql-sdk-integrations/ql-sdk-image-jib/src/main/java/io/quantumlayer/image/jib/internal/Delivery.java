package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.image.ImageTarget;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Brings a finished layout to its target, which sees all of it or nothing. */
public final class Delivery {
    private final ImageRegistry registry;
    private final CallContext context;
    private final Path layout;
    private final BlobFolder blobs;

    /** Delivers a layout on behalf of a call. */
    public Delivery(ImageRegistry registry, CallContext context, Path layout) {
        this.registry = registry;
        this.context = context;
        this.layout = layout;
        this.blobs = new BlobFolder(layout);
    }

    void deliver(ImageTarget target) throws IOException {
        switch (target.kind()) {
            case REGISTRY -> push(((ImageTarget.Registry) target).reference());
            case TAR -> pack(layout, ((ImageTarget.Tar) target).file().toAbsolutePath());
            case LAYOUT -> move(layout, ((ImageTarget.Layout) target).folder().toAbsolutePath());
        }
    }

    /** Pushes the layout's one image; of an index its manifests first. */
    public void push(ImageReference reference) {
        RegistryDescriptor image = image();
        byte[] content = blobs.read(image.digest());
        if (image.mediaType().equals(RegistryManifest.INDEX)) {
            for (JsonNode entry : Json.object(content, "The index").path("manifests")) {
                RegistryDescriptor each = Json.descriptor(entry);
                push(reference.at(each.digest()), each, blobs.read(each.digest()));
            }
            registry.push(context, reference, new RegistryManifest(image.mediaType(), content));
        } else {
            push(reference, image, content);
        }
    }

    private RegistryDescriptor image() {
        Path index = layout.resolve("index.json");
        try {
            return Json.descriptor(Json.object(Files.readAllBytes(index), "The layout's index")
                    .path("manifests")
                    .path(0));
        } catch (IOException e) {
            throw Refusals.failed("The layout " + layout + " cannot be read", e);
        }
    }

    private void push(ImageReference reference, RegistryDescriptor manifest, byte[] content) {
        ObjectNode json = Json.object(content, "The manifest");
        push(reference, Json.descriptor(json.path("config")));
        for (JsonNode layer : json.path("layers")) {
            push(reference, Json.descriptor(layer));
        }
        registry.push(context, reference, new RegistryManifest(manifest.mediaType(), content));
    }

    private void push(ImageReference reference, RegistryDescriptor blob) {
        if (context.cancellation().requested() || Thread.currentThread().isInterrupted()) {
            throw Refusals.cancelled();
        }
        registry.push(context, reference, blob, blobs.path(blob.digest()));
    }

    private static void pack(Path layout, Path file) throws IOException {
        Path part = Files.createTempFile(file.getParent(), ".image", ".part");
        try {
            Archives.pack(layout, part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path layout, Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw Refusals.input("target", "The folder " + folder + " is already there; name a new one.");
        }
        try {
            Files.move(layout, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            copy(layout, folder);
        }
    }

    private static void copy(Path layout, Path folder) throws IOException {
        Path part = Files.createTempDirectory(folder.getParent(), ".image");
        try (Stream<Path> found = Files.walk(layout)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                Path target = part.resolve(layout.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.remove(part);
        }
    }
}
