package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.evidence.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a provider saw of one resource. An error, a refusal or an unreadable answer is {@link Presence#UNKNOWN}, never
 * {@link Presence#ABSENT}.
 *
 * @param presence whether it is there
 * @param at when it was seen
 * @param raw the hash of the raw answer
 * @param attributes what was seen, such as {@code pid} or {@code log}; names of a small fixed set, no secrets
 */
public record Observation(Presence presence, Instant at, Digest raw, Map<String, String> attributes) {
    /** Whether a resource is there. */
    public enum Presence {
        /** It was seen. */
        PRESENT,
        /** It was looked for with a clear answer and is not there. */
        ABSENT,
        /** Nobody can say. */
        UNKNOWN
    }

    /** Copies the map in order. */
    public Observation {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
