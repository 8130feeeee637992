package io.quantumlayer.api.error;

import org.jspecify.annotations.Nullable;

/** The unchecked root of every exception this library throws on purpose; it always carries a {@link Failure}. */
public class QuantumLayerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * Creates an exception that carries a failure.
     *
     * @param failure what went wrong
     * @param cause the exception behind it, or null
     */
    public QuantumLayerException(Failure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /**
     * Creates an exception that carries a failure.
     *
     * @param failure what went wrong
     */
    public QuantumLayerException(Failure failure) {
        this(failure, null);
    }

    /**
     * Returns what went wrong.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
