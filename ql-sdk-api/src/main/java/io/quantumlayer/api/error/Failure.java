package io.quantumlayer.api.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a value: what kind it is, its stable code, what happened and how to fix it. Immutable and equal by
 * value.
 *
 * <p>Messages never hold secret values; whoever renders a provider's answer into a message redacts it first.
 */
public final class Failure {
    private final ErrorType type;
    private final String code;
    private final String message;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;

    private Failure(ErrorType type, String code, String message, boolean retryable, @Nullable Duration retryAfter) {
        this.type = Objects.requireNonNull(type, "type");
        this.code = Objects.requireNonNull(code, "code");
        this.message = Objects.requireNonNull(message, "message");
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    /**
     * Creates a failure that is retryable as its type says and names no delay.
     *
     * @param type one of the eleven types
     * @param code stable, dotted, lower-case code such as {@code provider.local.port-taken}
     * @param message what happened and what to do about it, without secrets
     * @return the failure
     */
    public static Failure of(ErrorType type, String code, String message) {
        return new Failure(type, code, message, type.retryableByDefault(), null);
    }

    /**
     * Returns this failure with the delay the other side asked for.
     *
     * @param delay how long to wait at least; negative counts as zero
     * @return a copy
     */
    public Failure withRetryAfter(Duration delay) {
        return new Failure(type, code, message, retryable, delay.isNegative() ? Duration.ZERO : delay);
    }

    /**
     * Returns this failure marked as not worth any retry.
     *
     * @return a copy
     */
    public Failure notRetryable() {
        return new Failure(type, code, message, false, retryAfter);
    }

    /**
     * Returns this failure with another message, for redaction.
     *
     * @param text the new message
     * @return a copy
     */
    public Failure withMessage(String text) {
        return new Failure(type, code, text, retryable, retryAfter);
    }

    /**
     * Returns the error type.
     *
     * @return the type
     */
    public ErrorType type() {
        return type;
    }

    /**
     * Returns the stable code.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Returns what happened and how to fix it.
     *
     * @return the message
     */
    public String message() {
        return message;
    }

    /**
     * Says whether the flow may try again.
     *
     * @return whether a retry can help
     */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Returns the delay the other side asked for.
     *
     * @return the delay, or empty where none was named
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Failure that
                && type == that.type
                && retryable == that.retryable
                && code.equals(that.code)
                && message.equals(that.message)
                && Objects.equals(retryAfter, that.retryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, code, message, retryable, retryAfter);
    }

    @Override
    public String toString() {
        return type.id() + " [" + code + "] " + message;
    }
}
