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
    private final TraceParent trace;

    private CallContext(
            RunId run,
            String idempotencyKey,
            Instant deadline,
            Cancellation cancellation,
            Clock clock,
            TraceParent trace) {
        this.run = Objects.requireNonNull(run, "run");
        this.idempotencyKey = Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.cancellation = Objects.requireNonNull(cancellation, "cancellation");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.trace = Objects.requireNonNull(trace, "trace");
    }

    /**
     * Creates a context that cannot be cancelled, in the trace of its run.
     *
     * @param run the run, which names tenant and application
     * @param idempotencyKey 26 characters {@code [a-z0-9]} that stand for one effect
     * @param deadline when the call must have returned
     * @param clock the only source of time for the callee
     * @return the context
     */
    public static CallContext of(RunId run, String idempotencyKey, Instant deadline, Clock clock) {
        TraceParent trace = TraceParent.of(run, idempotencyKey);
        return new CallContext(run, idempotencyKey, deadline, Cancellation.none(), clock, trace);
    }

    /**
     * Returns this context with a cancellation.
     *
     * @param value says when to stop
     * @return a copy
     */
    public CallContext cancelledBy(Cancellation value) {
        return new CallContext(run, idempotencyKey, deadline, value, clock, trace);
    }

    /**
     * Returns this context with no more than some time left.
     *
     * @param limit how long the call may take from now
     * @return a copy whose deadline is this one's, or the end of the limit if that is sooner
     */
    public CallContext within(Duration limit) {
        Instant end = clock.instant().plus(limit);
        return new CallContext(
                run, idempotencyKey, end.isBefore(deadline) ? end : deadline, cancellation, clock, trace);
    }

    /**
     * Returns this context within a trace of the caller's; without it the trace is minted from the run.
     *
     * @param value where the call stands in the trace
     * @return a copy
     */
    public CallContext tracedBy(TraceParent value) {
        return new CallContext(run, idempotencyKey, deadline, cancellation, clock, value);
    }

    /**
     * Returns this context for another effect of the same run, in the same trace.
     *
     * @param key the other effect's key
     * @return a copy
     */
    public CallContext withKey(String key) {
        return new CallContext(run, key, deadline, cancellation, clock, trace.child(key));
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

    /**
     * Returns where the call stands in a distributed trace; a callee that speaks HTTP passes it on as header
     * {@link TraceParent#HEADER}.
     *
     * @return the trace context
     */
    public TraceParent trace() {
        return trace;
    }
}
