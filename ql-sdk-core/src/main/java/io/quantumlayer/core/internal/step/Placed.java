package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.state.PlacedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release that is placed.
 *
 * @param spec the release
 * @param operations what was made for it
 * @param attributes what the provider told about it
 * @param kind how it came to stand
 * @param at when it was placed
 */
record Placed(
        ReleaseSpec spec, List<PlacedOperation> operations, Map<String, String> attributes, Kind kind, Instant at) {
    /** How a release came to stand. */
    enum Kind {
        /** This run makes it stand; it has no public traffic yet. */
        MADE,
        /** It is the live release already. */
        UNCHANGED,
        /** It stands and serves, no journal knew it, and it was proved to be what the plan makes. */
        ADOPTED
    }

    /** Reads how a release came to stand, and nothing else, from the output of the step that placed it. */
    static Kind kind(byte[] output) {
        return Json.fields(output, 2).object("value").read("kind", Kind.class);
    }

    boolean unchanged() {
        return kind == Kind.UNCHANGED;
    }

    boolean adopted() {
        return kind == Kind.ADOPTED;
    }
}
