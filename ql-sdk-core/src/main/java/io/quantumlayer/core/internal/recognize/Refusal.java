package io.quantumlayer.core.internal.recognize;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.util.Collection;

/** Why a given source is not deployed. */
final class Refusal {
    private Refusal() {}

    static QuantumLayerException unrecognized(String why) {
        return refused("source.unrecognized", why);
    }

    static QuantumLayerException ambiguous(String what, Collection<String> candidates, String decision) {
        return refused(
                "source.ambiguous",
                "the source has more than one " + what + ": " + String.join(", ", candidates) + "; " + decision);
    }

    static QuantumLayerException unreadable(String file, String why) {
        return refused("source.unreadable", file + " cannot be read: " + why);
    }

    private static QuantumLayerException refused(String code, String message) {
        return new QuantumLayerException(
                Failure.of(ErrorType.VALIDATION, code, message).notRetryable());
    }
}
