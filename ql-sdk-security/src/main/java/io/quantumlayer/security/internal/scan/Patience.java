package io.quantumlayer.security.internal.scan;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.CallContext;

/** Ends a scan that nobody waits for any more. */
public final class Patience {
    private final CallContext context;
    private final String scanner;

    /**
     * Creates it for one scan.
     *
     * @param context the call
     * @param scanner the scanner's id
     */
    public Patience(CallContext context, String scanner) {
        this.context = context;
        this.scanner = scanner;
    }

    /**
     * Goes on only while there is time.
     *
     * @throws QuantumLayerException of type timeout after the deadline, or if the call was cancelled or interrupted
     */
    public void check() {
        if (context.cancellation().requested() || Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
        if (context.remaining().isZero()) {
            throw stopped(
                    "deadline", "the scan did not end before its deadline; scan a smaller source or allow more time");
        }
    }

    /**
     * Returns what to throw when nobody waits any more.
     *
     * @return an error of type timeout
     */
    public QuantumLayerException cancelled() {
        return stopped("cancelled", "the scan was cancelled before its end");
    }

    private QuantumLayerException stopped(String code, String message) {
        return new QuantumLayerException(Failure.of(ErrorType.TIMEOUT, "scanner." + scanner + "." + code, message));
    }
}
