package io.quantumlayer.provider.local;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.provider.Observation;
import io.quantumlayer.api.spi.provider.Observation.Presence;
import java.util.Map;

/** Turns what was seen into an observation, dated by the call's clock and hashed as it was seen. */
final class Sight {
    private Sight() {}

    static Observation of(CallContext context, Presence presence, Map<String, String> attributes) {
        Digest raw = Digest.of(presence + " " + attributes);
        return new Observation(presence, context.clock().instant(), raw, attributes);
    }
}
