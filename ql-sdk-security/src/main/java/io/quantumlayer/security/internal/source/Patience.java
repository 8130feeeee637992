package io.quantumlayer.security.internal.source;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;

/** Ends a scan that nobody waits for any more. */
final class Patience {
    private final CallContext context;

    Patience(CallContext context) {
        this.context = context;
    }

    /**
     * Goes on only while there is time.
     *
     * @throws QuantumLayerException of type timeout after the deadline, or if the call was cancelled or interrupted
     */
    void check() {
        if (context.cancellation().requested() || Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
        if (context.remaining().isZero()) {
            throw stopped(
                    "deadline", "the scan did not end before its deadline; scan a smaller source or allow more time");
        }
    }

    static QuantumLayerException cancelled() {
        return stopped("cancelled", "the scan was cancelled before its end");
    }

    private static QuantumLayerException stopped(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.TIMEOUT, "scanner.source." + code, message));
    }
}
