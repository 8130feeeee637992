package io.quantumlayer.registry.oci.internal;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.registry.ImageReference;
import io.quantumlayer.api.spi.registry.ImageRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The one place that says what kind of failure an answer or exception is. */
final class Failures {
    private Failures() {}

    static QuantumLayerException of(Response answer, String what, String details) {
        String said = details.isEmpty() ? "" : ": " + details;
        String message = what + " was answered with " + answer.code() + said;
        Failure failure = Failure.of(type(answer.code()), "registry.oci.status-" + answer.code(), message);
        return new QuantumLayerException(
                retryAfter(answer).map(failure::withRetryAfter).orElse(failure));
    }

    private static ErrorType type(int status) {
        return switch (status) {
            case 401 -> ErrorType.AUTHENTICATION;
            case 403 -> ErrorType.AUTHORIZATION;
            case 404 -> ErrorType.DEPENDENCY;
            case 408 -> ErrorType.TIMEOUT;
            case 409 -> ErrorType.CONCURRENCY;
            case 413 -> ErrorType.RESOURCE;
            default -> status == 429 || status >= 500 ? ErrorType.SERVICE_UNAVAILABLE : ErrorType.VALIDATION;
        };
    }

    private static Optional<Duration> retryAfter(Response answer) {
        String value = answer.header("Retry-After", "");
        boolean seconds = value != null && value.matches("[0-9]{1,6}");
        return seconds ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }

    static QuantumLayerException network(IOException thrown, String what) {
        ErrorType type = thrown instanceof InterruptedIOException ? ErrorType.TIMEOUT : ErrorType.NETWORK;
        String message = what + " got no answer: " + thrown.getMessage();
        return new QuantumLayerException(Failure.of(type, "registry.oci." + type.id(), message), thrown);
    }

    static QuantumLayerException late(String what) {
        String message = what + " was not asked: the deadline has passed";
        return new QuantumLayerException(Failure.of(ErrorType.TIMEOUT, "registry.oci.timeout", message));
    }

    static QuantumLayerException answer(String message) {
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, "registry.oci.answer", message));
    }

    static QuantumLayerException undeletable(Response answer, ImageReference manifest) {
        String message = "The registry does not delete " + manifest + ": it answered " + answer.code()
                + "; allow deletion in its settings, or use a retention of its own.";
        return new QuantumLayerException(Failure.of(ErrorType.VALIDATION, ImageRegistry.DELETE_UNSUPPORTED, message));
    }

    static QuantumLayerException configuration(String message, @Nullable Throwable cause) {
        return new QuantumLayerException(
                Failure.of(ErrorType.CONFIGURATION, "registry.oci.configuration", message), cause);
    }
}
