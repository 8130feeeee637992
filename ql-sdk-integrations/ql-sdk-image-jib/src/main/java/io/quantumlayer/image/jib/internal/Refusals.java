package io.quantumlayer.image.jib.internal;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import org.jspecify.annotations.Nullable;

/** How a build ends early. */
final class Refusals {
    private Refusals() {}

    static QuantumLayerException input(String code, String message) {
        return input(code, message, null);
    }

    static QuantumLayerException input(String code, String message, @Nullable Throwable cause) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "image." + code, message), cause);
    }

    static QuantumLayerException base(String message, @Nullable Throwable cause) {
        return new QuantumLayerException(Failure.of(ErrorType.DEPENDENCY, "image.base", message), cause);
    }

    static QuantumLayerException cancelled() {
        return new QuantumLayerException(Failure.of(
                ErrorType.TIMEOUT, "image.cancelled", "The image build was cancelled; nothing was written."));
    }

    static QuantumLayerException failed(String message, Throwable cause) {
        return new QuantumLayerException(
                Failure.of(ErrorType.UNKNOWN, "image.build", message + ": " + cause.getMessage()), cause);
    }
}
