package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Refused;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;

/** Tells what a verifier said. */
final class Verdicts {
    private final Output output;

    Verdicts(Output output) {
        this.output = output;
    }

    int told(SignatureVerdict verdict) {
        return verdict.fold(this::verified, this::refused);
    }

    private int verified(Verified verified) {
        output.note("Verified", verified.subject() + " signed by " + verified.signer());
        verified.statement().ifPresent(s -> output.note("Statement", s.predicateType()));
        verified.notes().forEach(note -> output.note("", note));
        return ExitCode.DONE;
    }

    private int refused(Refused refused) {
        output.note("Refused", refused.toString());
        return ExitCode.REFUSED;
    }
}
