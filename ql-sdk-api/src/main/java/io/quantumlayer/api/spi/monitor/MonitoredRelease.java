package io.quantumlayer.api.spi.monitor;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.ReleaseId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A release as a monitor sees it.
 *
 * @param application the application
 * @param release the release
 * @param provider the id of the provider that runs it
 * @param attributes what the provider's observations tell about it, such as {@code pid}, {@code log}, {@code traffic}
 */
public record MonitoredRelease(
        ApplicationId application, ReleaseId release, String provider, Map<String, String> attributes) {
    /** Copies the map in order. */
    public MonitoredRelease {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
