package io.quantumlayer.api.spi.image;

import io.quantumlayer.api.evidence.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an image came about, as the one who built it says.
 *
 * @param invocation the id of the run
 * @param started when the building began
 * @param finished when it ended
 * @param materials what went in, URI to digest
 */
public record ImageOrigin(String invocation, Instant started, Instant finished, Map<String, Digest> materials) {
    /** Copies the map in the order of its keys. */
    public ImageOrigin {
        materials = Collections.unmodifiableMap(new TreeMap<>(materials));
    }
}
