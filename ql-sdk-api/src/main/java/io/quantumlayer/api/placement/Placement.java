package io.quantumlayer.api.placement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The offering that a release runs on, and the settings it runs with there.
 *
 * @param offeringId the offering's id
 * @param providerId the provider's id
 * @param strategy the way in which the release runs
 * @param settings the provider's settings by name, in the order given; never a secret
 */
public record Placement(String offeringId, String providerId, Strategy strategy, Map<String, String> settings) {
    /** Copies the settings in their order. */
    public Placement {
        Objects.requireNonNull(offeringId, "offeringId");
        Objects.requireNonNull(providerId, "providerId");
        Objects.requireNonNull(strategy, "strategy");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Places a release on an offering without settings.
     *
     * @param offering the offering
     * @return the placement
     */
    public static Placement on(Offering offering) {
        return new Placement(offering.id(), offering.provider(), offering.strategy(), Map.of());
    }

    /**
     * Returns this placement with one setting more, or with another value for it.
     *
     * @param name the setting's name
     * @param value its value, never a secret
     * @return a copy
     */
    public Placement withSetting(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Placement(offeringId, providerId, strategy, all);
    }
}
