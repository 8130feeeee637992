package io.quantumlayer.testkit.contract;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Small images, indexes and what refers to them, pushed into one repository.
 *
 * @param registry where they go
 * @param repository the repository
 * @param calls makes the contexts
 */
record KitImages(ImageRegistry registry, ImageReference repository, Supplier<CallContext> calls) {
    static final String KIND = "application/vnd.example.note.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String EMPTY = "application/vnd.oci.empty.v1+json";

    /** Pushes an image under its digest; its configuration says when it was made. */
    RegistryManifest image(String name, String created) {
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"created\":\"" + created
                + "\",\"config\":{\"Labels\":{\"name\":\"" + name + "\"}},\"rootfs\":{\"type\":\"layers\","
                + "\"diff_ids\":[]}}";
        return push(manifest(blob(CONFIG, config), ""));
    }

    /** Pushes an index under its digest; it says nothing of its age. */
    RegistryManifest index(RegistryManifest... held) {
        String entries = List.of(held).stream().map(m -> json(m.descriptor())).collect(Collectors.joining(","));
        return push(new RegistryManifest(
                RegistryManifest.INDEX,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + RegistryManifest.INDEX + "\",\"manifests\":[" + entries
                        + "]}")));
    }

    /** Pushes something that refers to a manifest, under its digest. */
    RegistryManifest note(String text, RegistryManifest subject) {
        return push(manifest(
                blob(EMPTY, "{}"),
                ",\"artifactType\":\"" + KIND + "\",\"annotations\":{\"text\":\"" + text + "\"},\"subject\":"
                        + json(subject.descriptor())));
    }

    /** Pushes something under a tag that is made of a digest. */
    RegistryManifest companion(String suffix, RegistryManifest subject) {
        RegistryManifest manifest = manifest(
                blob(CONFIG, "{}"), ",\"annotations\":{\"about\":\"" + suffix + " " + subject.digest() + "\"}");
        return tag("sha256-" + subject.digest().hex() + "." + suffix, manifest);
    }

    /** Tags a manifest. */
    RegistryManifest tag(String tag, RegistryManifest manifest) {
        registry.push(calls.get(), repository.tagged(tag), manifest);
        return manifest;
    }

    boolean has(Digest digest) {
        return registry.manifest(calls.get(), repository.at(digest)).isPresent();
    }

    boolean has(RegistryManifest manifest) {
        return has(manifest.digest());
    }

    RegistryDescriptor blob(String mediaType, String text) {
        return registry.push(calls.get(), repository, mediaType, bytes(text));
    }

    private RegistryManifest push(RegistryManifest manifest) {
        registry.push(calls.get(), repository.at(manifest.digest()), manifest);
        return manifest;
    }

    /** Writes a manifest without layers, which is pushed nowhere. */
    static RegistryManifest manifest(RegistryDescriptor config, String more) {
        return new RegistryManifest(
                RegistryManifest.MANIFEST,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + RegistryManifest.MANIFEST + "\",\"config\":"
                        + json(config) + ",\"layers\":[]" + more + "}"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(RegistryDescriptor descriptor) {
        return "{\"mediaType\":\"" + descriptor.mediaType() + "\",\"digest\":\"" + descriptor.digest() + "\",\"size\":"
                + descriptor.size() + "}";
    }
}
