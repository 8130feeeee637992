package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.evidence.Digest;
import java.util.List;

/**
 * An image that is complete where it should go.
 *
 * @param digest the digest of its manifest, or of its index if it has several platforms
 * @param platforms its platforms, as {@code linux/amd64}
 * @param diffIds the digests of its uncompressed layers, base first, of the first platform
 * @param size the size of the first platform's compressed layers in bytes
 */
public record BuiltImage(Digest digest, List<String> platforms, List<Digest> diffIds, long size) {
    /** Copies the lists. */
    public BuiltImage {
        platforms = List.copyOf(platforms);
        diffIds = List.copyOf(diffIds);
    }
}
