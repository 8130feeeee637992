package io.quantumlayer.api.spi.registry;

import io.quantumlayer.api.evidence.Digest;

/** A manifest or index, exactly as the registry stores it. Immutable. */
public final class RegistryManifest {
    /** The media type of an OCI image manifest. */
    public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    /** The media type of an OCI image index. */
    public static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /** The media type of a Docker image manifest. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    /** The media type of a Docker manifest list. */
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private final String mediaType;
    private final byte[] content;
    private final Digest digest;

    /**
     * Takes a manifest.
     *
     * @param mediaType its media type
     * @param content its bytes; copied
     */
    public RegistryManifest(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content.clone();
        this.digest = Digest.of(content);
    }

    /**
     * Returns its media type.
     *
     * @return the media type
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Returns its bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * Returns its digest, computed here from its bytes.
     *
     * @return the digest
     */
    public Digest digest() {
        return digest;
    }

    /**
     * Describes it.
     *
     * @return media type, digest and size
     */
    public RegistryDescriptor descriptor() {
        return RegistryDescriptor.of(mediaType, content);
    }
}
