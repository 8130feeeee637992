package io.quantumlayer.security.internal.signing;

import io.quantumlayer.api.spi.signing.SignatureVerdict;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Reason;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Refused;
import io.quantumlayer.api.spi.signing.SignatureVerdict.Verified;
import java.util.List;

/** Chooses among the verdicts on everything that was found. */
public final class Verdicts {
    private Verdicts() {}

    /** Returns the first good one, else the first refusal, else that there was nothing. */
    public static SignatureVerdict best(List<SignatureVerdict> verdicts, String missing) {
        return verdicts.stream()
                .filter(Verified.class::isInstance)
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .orElseGet(() -> new Refused(Reason.MISSING, missing));
    }
}
