package io.quantumlayer.image.jib.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumlayer.api.spi.image.ImageBase;
import io.quantumlayer.api.spi.image.ImageSpec;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the application's layers on a base: a new configuration and manifest, the base's blobs unchanged. */
final class Assembly {
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final ImageSpec spec;
    private final BlobFolder out;

    Assembly(ImageSpec spec, BlobFolder out) {
        this.spec = spec;
        this.out = out;
    }

    /** Writes one platform's image and returns its manifest. */
    RegistryDescriptor write(PlatformImage base, PlatformImage app) throws IOException {
        ObjectNode manifest = Json.create();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", RegistryManifest.MANIFEST);
        manifest.set("config", Json.of(out.write(CONFIG, Json.bytes(config(base.config(), app.config())))));
        ArrayNode layers = manifest.putArray("layers");
        take(base, layers);
        take(app, layers);
        ObjectNode annotations = Json.create();
        spec.labels().forEach(annotations::put);
        if (spec.base() instanceof ImageBase.Registry registry) {
            registry.reference()
                    .digest()
                    .ifPresent(d -> annotations.put("org.opencontainers.image.base.digest", d.toString()));
            annotations.put(
                    "org.opencontainers.image.base.name", registry.reference().name());
        }
        if (!annotations.isEmpty()) {
            manifest.set("annotations", annotations);
        }
        return out.write(RegistryManifest.MANIFEST, Json.bytes(manifest));
    }

    private void take(PlatformImage image, ArrayNode layers) throws IOException {
        for (RegistryDescriptor layer : image.layers()) {
            out.take(image.blobs().path(layer.digest()), layer);
            layers.add(Json.of(layer));
        }
    }

    private ObjectNode config(ObjectNode base, ObjectNode app) {
        ObjectNode config = Json.create();
        config.put("created", "1970-01-01T00:00:00Z");
        config.put("architecture", base.path("architecture").asText());
        config.put("os", base.path("os").asText());
        if (base.has("variant")) {
            config.put("variant", base.path("variant").asText());
        }
        config.set("config", settings(base.path("config")));
        ObjectNode rootfs = config.putObject("rootfs");
        rootfs.put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        base.path("rootfs").path("diff_ids").forEach(diffIds::add);
        app.path("rootfs").path("diff_ids").forEach(diffIds::add);
        ArrayNode history = config.putArray("history");
        base.path("history").forEach(history::add);
        app.path("history").forEach(history::add);
        return config;
    }

    private ObjectNode settings(JsonNode base) {
        ObjectNode settings = Json.create();
        settings.put("User", spec.user());
        ObjectNode ports = Json.create();
        base.path("ExposedPorts").fieldNames().forEachRemaining(ports::putObject);
        spec.ports().forEach(port -> ports.putObject(port + "/tcp"));
        if (!ports.isEmpty()) {
            settings.set("ExposedPorts", ports);
        }
        ArrayNode environment = settings.putArray("Env");
        environment(base).forEach((name, value) -> environment.add(name + "=" + value));
        if (!spec.entrypoint().isEmpty()) {
            spec.entrypoint().forEach(settings.putArray("Entrypoint")::add);
        } else {
            keep(base, settings, "Entrypoint");
            keep(base, settings, "Cmd");
        }
        keep(base, settings, "WorkingDir");
        spec.workingDirectory().ifPresent(path -> settings.put("WorkingDir", path));
        keep(base, settings, "StopSignal");
        ObjectNode labels = Json.create();
        base.path("Labels").properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        spec.labels().forEach(labels::put);
        if (!labels.isEmpty()) {
            settings.set("Labels", labels);
        }
        return settings;
    }

    private static void keep(JsonNode base, ObjectNode settings, String name) {
        if (base.hasNonNull(name)) {
            settings.set(name, base.path(name));
        }
    }

    private Map<String, String> environment(JsonNode base) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode entry : base.path("Env")) {
            int equals = entry.asText().indexOf('=');
            if (equals > 0) {
                environment.put(
                        entry.asText().substring(0, equals), entry.asText().substring(equals + 1));
            }
        }
        environment.putAll(spec.environment());
        return environment;
    }
}
