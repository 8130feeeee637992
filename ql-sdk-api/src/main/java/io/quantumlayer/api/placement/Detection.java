package io.quantumlayer.api.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one provider found when it was asked whether it can be used.
 *
 * @param providerId the provider's id
 * @param status whether it can be used
 * @param message why, in one sentence with a remedy if it cannot; never a secret
 * @param abilities what it found by name, as {@code java.version}; in the order given
 */
public record Detection(String providerId, Status status, String message, Map<String, String> abilities) {
    /** Whether a provider can be used. */
    public enum Status {
        /** It answered, and its credentials were accepted. */
        READY,
        /** It said that it cannot be used. */
        UNAVAILABLE,
        /** It did not answer, so nobody knows. */
        UNKNOWN
    }

    /** Copies the abilities in their order. */
    public Detection {
        Objects.requireNonNull(providerId, "providerId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        abilities = Collections.unmodifiableMap(new LinkedHashMap<>(abilities));
    }

    /**
     * Tells whether the provider can be used.
     *
     * @return true only if it said so
     */
    public boolean isReady() {
        return status == Status.READY;
    }

    /**
     * Looks one ability up.
     *
     * @param name the ability's name
     * @return its value, or empty if it was not found
     */
    public Optional<String> ability(String name) {
        return Optional.ofNullable(abilities.get(name));
    }
}
