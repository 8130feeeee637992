package io.quantumlayer.api.spi.provider;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One effect on the outside, described so that it can be made, found again and undone by a later process. Holds no
 * secret.
 *
 * @param id what it does, unique within its plan, such as {@code start-process}
 * @param resource the name of what it makes, from application, release, operation: valid as label, tag and name
 * @param findBy how its effect is found again
 * @param settle how long after the effect an observation may still miss it; ABSENT counts only afterwards
 * @param attributes all else the provider needs to find and remove it; names of a small fixed set, as only values may
 *     differ between runs
 */
public record Operation(String id, String resource, FindBy findBy, Duration settle, Map<String, String> attributes) {
    /** Copies the map in order. */
    public Operation {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
