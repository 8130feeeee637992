package io.quantumlayer.api.spi.builder;

import java.time.Instant;
import java.util.Objects;

/**
 * A build of an equal source with equal tools whose result is used again.
 *
 * @param at when it was seen to pass
 * @param run the id of the run that saw it
 */
public record EarlierBuild(Instant at, String run) {
    /** Checks that both are there. */
    public EarlierBuild {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(run, "run");
    }
}
