package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.spi.CallContext;
import java.time.Instant;

/**
 * Turns what a call saw into evidence of that moment.
 *
 * @param context the call
 */
record Witness(CallContext context) {
    Instant now() {
        return context.clock().instant();
    }

    Evidence saw(Claim claim, Digest subject, Seen seen) {
        Evidence.Observed observed = new Evidence.Observed(seen.method(), seen.observer(), now(), seen.raw());
        return Evidence.lasting(claim, subject, observed, seen.detail());
    }

    /**
     * What was seen, before it is bound to a claim and a time.
     *
     * @param method how it was observed
     * @param observer who observed it
     * @param raw the hash of the raw answer
     * @param detail one readable line
     */
    record Seen(String method, String observer, Digest raw, String detail) {}
}
