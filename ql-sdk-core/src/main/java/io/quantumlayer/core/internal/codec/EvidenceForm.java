package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import java.time.Duration;

/** A piece of evidence as it is written. */
record EvidenceForm(Claim claim, Digest subject, Evidence.Observed observed, String detail, Duration validFor) {
    static EvidenceForm of(Evidence evidence) {
        return new EvidenceForm(
                evidence.claim(), evidence.subject(), evidence.observed(), evidence.detail(), evidence.validFor());
    }

    Evidence value() {
        return Evidence.lasting(claim, subject, observed, detail).validFor(validFor);
    }
}
