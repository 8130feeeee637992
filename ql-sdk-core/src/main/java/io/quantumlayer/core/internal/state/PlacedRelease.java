package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import java.util.List;
import java.util.Map;

/**
 * A release with all that a later process needs to find, switch to and remove it.
 *
 * @param release what callers see of it
 * @param spec how it was placed
 * @param operations what was made for it, in order
 * @param origin what it came from
 * @param attributes what the provider told about it, for monitors
 */
public record PlacedRelease(
        Release release,
        ReleaseSpec spec,
        List<PlacedOperation> operations,
        Origin origin,
        Map<String, String> attributes) {
    /** Copies the list. */
    public PlacedRelease {
        operations = List.copyOf(operations);
    }
}
