package io.quantumlayer.api.spi.registry;

import io.quantumlayer.api.evidence.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Content by its digest, as manifests list it.
 *
 * @param mediaType what it is
 * @param digest its digest
 * @param size its size in bytes
 * @param artifactType what kind of artifact it is, where a registry lists referrers
 * @param annotations its annotations, in key order
 */
public record RegistryDescriptor(
        String mediaType, Digest digest, long size, Optional<String> artifactType, Map<String, String> annotations) {
    /** Copies the annotations in key order. */
    public RegistryDescriptor {
        annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
    }

    /**
     * Describes bytes.
     *
     * @param mediaType what they are
     * @param content the bytes
     * @return the descriptor, without annotations
     */
    public static RegistryDescriptor of(String mediaType, byte[] content) {
        return new RegistryDescriptor(mediaType, Digest.of(content), content.length, Optional.empty(), Map.of());
    }

    /**
     * Returns this descriptor with annotations.
     *
     * @param value the annotations
     * @return a copy
     */
    public RegistryDescriptor annotated(Map<String, String> value) {
        return new RegistryDescriptor(mediaType, digest, size, artifactType, value);
    }
}
