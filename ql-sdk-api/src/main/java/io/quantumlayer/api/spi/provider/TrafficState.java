package io.quantumlayer.api.spi.provider;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.run.ReleaseId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which release a provider reports as receiving the public traffic of an application.
 *
 * @param at when it was read
 * @param raw the hash of the raw answer
 * @param routeOrNull the route, or null if no release receives traffic
 */
public record TrafficState(Instant at, Digest raw, @Nullable Route routeOrNull) {
    /**
     * A public address and the release behind it.
     *
     * @param address the public address
     * @param release the release
     * @param digest the release's digest as the provider reports it
     */
    public record Route(URI address, ReleaseId release, Digest digest) {}

    /**
     * Returns the route.
     *
     * @return the route, or empty if no release receives traffic
     */
    public Optional<Route> route() {
        return Optional.ofNullable(routeOrNull);
    }
}
