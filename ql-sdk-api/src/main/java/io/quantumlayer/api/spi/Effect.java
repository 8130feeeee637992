package io.quantumlayer.api.spi;

import io.quantumlayer.api.error.Failure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one bounded call to the outside ended: done with a value, still under way, or failed. Immutable.
 *
 * @param <T> what a finished call gives
 */
public final class Effect<T> {
    /** How a call ended. */
    public enum Kind {
        /** It is done. */
        DONE,
        /** It goes on outside; ask again after a while. */
        PENDING,
        /** It failed. */
        FAILED
    }

    private final Kind kind;
    private final @Nullable T value;
    private final Duration checkAfter;
    private final @Nullable Failure failure;

    private Effect(Kind kind, @Nullable T value, Duration checkAfter, @Nullable Failure failure) {
        this.kind = kind;
        this.value = value;
        this.checkAfter = checkAfter;
        this.failure = failure;
    }

    /**
     * Creates a finished outcome.
     *
     * @param value what the call gives
     * @param <T> its type
     * @return the outcome
     */
    public static <T> Effect<T> done(T value) {
        return new Effect<>(Kind.DONE, Objects.requireNonNull(value), Duration.ZERO, null);
    }

    /**
     * Creates an outcome that is still under way.
     *
     * @param checkAfter after which time to ask again; zero means at once
     * @param <T> the type of the later value
     * @return the outcome
     */
    public static <T> Effect<T> pending(Duration checkAfter) {
        return new Effect<>(Kind.PENDING, null, Objects.requireNonNull(checkAfter), null);
    }

    /**
     * Creates a failed outcome.
     *
     * @param failure why
     * @param <T> the type of the value that is missing
     * @return the outcome
     */
    public static <T> Effect<T> failed(Failure failure) {
        return new Effect<>(Kind.FAILED, null, Duration.ZERO, Objects.requireNonNull(failure));
    }

    /**
     * Returns how the call ended.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the value of a finished call.
     *
     * @return the value, or empty unless {@link Kind#DONE}
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns after which time to ask again.
     *
     * @return the delay; zero unless {@link Kind#PENDING}
     */
    public Duration checkAfter() {
        return checkAfter;
    }

    /**
     * Returns why the call failed.
     *
     * @return the failure, or empty unless {@link Kind#FAILED}
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Gives one answer whichever way the call ended.
     *
     * @param onDone for a finished call
     * @param onPending for one still under way
     * @param onFailed for a failed one
     * @param <R> the answer's type
     * @return the answer
     */
    public <R> R fold(Function<T, R> onDone, Function<Duration, R> onPending, Function<Failure, R> onFailed) {
        return switch (kind) {
            case DONE -> onDone.apply(Objects.requireNonNull(value));
            case PENDING -> onPending.apply(checkAfter);
            case FAILED -> onFailed.apply(Objects.requireNonNull(failure));
        };
    }

    @Override
    public String toString() {
        return fold(v -> "done " + v, d -> "pending " + d, f -> "failed " + f);
    }
}
