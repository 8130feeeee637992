package io.quantumlayer.api.spi;

import io.quantumlayer.api.run.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * On whose behalf, under which key and until when a call is made: the first argument of every SPI call. Immutable.
 *
 * <p>Two calls with one {@link #idempotencyKey()} ask for one and the same effect: the second must find what the first
 * made and never make another.
 */
public final class CallContext {
    private final RunId run;
    private final String idempotencyKey;
    private final Instant deadline;
    private final Cancellation cancellation;
    private final Clock clock;

    private CallContext(RunId run, String idempotencyKey, Instant deadline, Cancellation cancellation, Clock clock) {
        this.run = Objects.requireNonNull(run, "run");
        this.idempotencyKey = Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Creates a context that cannot be cancelled.
     *
     * @param run the run, which names tenant and application
     * @param idempotencyKey 26 characters {@code [a-z0-9]} that stand for one effect
     * @param deadline when the call must have returned
     * @param clock the only source of time for the callee
     * @return the context
     */
    public static CallContext of(RunId run, String idempotencyKey, Instant deadline, Clock clock) {
        return new CallContext(run, idempotencyKey, deadline, Cancellation.none(), clock);
    }

    /**
     * Returns this context with a cancellation.
     *
     * @param value says when to stop
     * @return a copy
     */
    public CallContext cancelledBy(Cancellation value) {
        return new CallContext(run, idempotencyKey, deadline, value, clock);
    }

    /**
     * Returns this context for another effect of the same run.
     *
     * @param key the other effect's key
     * @return a copy
     */
    public CallContext withKey(String key) {
        return new CallContext(run, key, deadline, cancellation, clock);
    }

    /**
     * Returns the run on whose behalf the call is made.
     *
     * @return the run, which names tenant and application
     */
    public RunId run() {
        return run;
    }

    /**
     * Returns the key of the effect.
     *
     * @return 26 characters {@code [a-z0-9]}
     */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * Returns when the call must have returned.
     *
     * @return the deadline
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Returns the time left, never negative.
     *
     * @return from now to the deadline
     */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Says when to stop.
     *
     * @return the cancellation
     */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Returns the only source of time for the callee.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }
}
