package io.quantumlayer.core.internal.codec;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.time.Duration;
import java.util.Optional;

/** A failure as it is written. */
record FailureForm(ErrorType type, String code, String message, boolean retryable, Optional<Duration> retryAfter) {
    static FailureForm of(Failure failure) {
        return new FailureForm(
                failure.type(), failure.code(), failure.message(), failure.retryable(), failure.retryAfter());
    }

    Failure value() {
        Failure plain = Failure.of(type, code, message);
        Failure delayed = retryAfter.map(plain::withRetryAfter).orElse(plain);
        return retryable ? delayed : delayed.notRetryable();
    }
}
