package io.quantumlayer.security.internal.sca;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;

/** Ends work that nobody waits for any more. */
final class Answering {
    private Answering() {}

    static void check(CallContext context) {
        if (context.cancellation().requested() || Thread.currentThread().isInterrupted()) {
            throw stopped("cancelled", "the scan was cancelled before its end");
        }
        if (context.remaining().isZero()) {
            throw stopped("deadline", "the scan did not end before its deadline");
        }
    }

    private static QuantumLayerException stopped(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.TIMEOUT, "scanner.sca." + code, message));
    }
}
