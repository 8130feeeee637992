package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.core.internal.state.PlacedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release that is placed without public traffic, or the live one that need not change.
 *
 * @param spec the release
 * @param operations what was made for it
 * @param attributes what the provider told about it
 * @param unchanged whether it is the live release already
 * @param at when it was placed
 */
record Placed(
        ReleaseSpec spec,
        List<PlacedOperation> operations,
        Map<String, String> attributes,
        boolean unchanged,
        Instant at) {}
