package io.quantumlayer.core.internal.retention;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.registry.RegistryDescriptor;
import io.quantumlayer.api.spi.registry.RegistryManifest;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a manifest points to and says of its age.
 *
 * @param digest its digest
 * @param children the manifests that it holds
 * @param subject what it refers to
 * @param annotated the time of its annotation, as it stands there
 * @param config its configuration
 */
record ManifestNode(
        Digest digest,
        SortedSet<Digest> children,
        Optional<Digest> subject,
        Optional<Instant> annotated,
        Optional<RegistryDescriptor> config) {
    private static final String CREATED = "org.opencontainers.image.created";
    private static final int MAX_TIME_LENGTH = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    ManifestNode {
        children = Collections.unmodifiableSortedSet(new TreeSet<>(children));
    }

    /** Reads a manifest; one that cannot be followed to all that it points to is refused. */
    static ManifestNode read(RegistryManifest manifest) {
        try {
            JsonNode json = MAPPER.readTree(manifest.content());
            if (json.isObject()) {
                return node(manifest.digest(), json);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new QuantumLayerException(unreadable(manifest), e);
        }
        throw new QuantumLayerException(unreadable(manifest));
    }

    private static ManifestNode node(Digest digest, JsonNode json) {
        SortedSet<Digest> children = new TreeSet<>();
        for (JsonNode child : json.path("manifests")) {
            children.add(Digest.parse(child.path("digest").asText()));
        }
        JsonNode subject = json.path("subject");
        return new ManifestNode(
                digest,
                children,
                subject.isObject()
                        ? Optional.of(Digest.parse(subject.path("digest").asText()))
                        : Optional.empty(),
                time(json.path("annotations").path(CREATED)),
                config(json.path("config")));
    }

    private static Optional<RegistryDescriptor> config(JsonNode config) {
        if (!config.isObject()) {
            return Optional.empty();
        }
        Digest digest = Digest.parse(config.path("digest").asText());
        long size = config.path("size").asLong();
        String mediaType = config.path("mediaType").asText();
        return Optional.of(new RegistryDescriptor(mediaType, digest, size, Optional.empty(), Map.of()));
    }

    /** Reads the time of an image's configuration; empty if it says none. */
    static Optional<Instant> created(byte[] config) {
        try {
            return time(MAPPER.readTree(config).path("created"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(JsonNode text) {
        if (!text.isTextual() || text.asText().length() > MAX_TIME_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Failure unreadable(RegistryManifest manifest) {
        return Failure.of(
                ErrorType.VALIDATION,
                "retention.unreadable",
                "The manifest " + manifest.digest() + " cannot be read, or points to something by another digest than"
                        + " sha256, so that nobody can tell what it needs; remove it to have the repository cleared.");
    }
}
