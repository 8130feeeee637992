package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.error.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened in a run, as a flow sees it. Immutable; its time is the engine's clock at that moment. */
public final class FlowEvent {
    /** What happened. */
    public enum Kind {
        /** The run began; the data is its input. */
        STARTED,
        /** A step is done; the data is its output. */
        DONE,
        /** A step is under way outside. */
        PENDING,
        /** A step failed. */
        FAILED,
        /** The time waited for has come. */
        TIMER,
        /** Somebody sent a signal; the step field holds its name, the data what it says. */
        SIGNAL
    }

    private static final byte[] NOTHING = new byte[0];

    private final Kind kind;
    private final Instant at;
    private final String step;
    private final byte[] data;
    private final Duration checkAfter;
    private final @Nullable Failure failure;

    private FlowEvent(Kind kind, Instant at, String step, byte[] data, Duration checkAfter, @Nullable Failure failure) {
        this.kind = kind;
        this.at = Objects.requireNonNull(at, "at");
        this.step = Objects.requireNonNull(step, "step");
        this.data = Objects.requireNonNull(data, "data");
        this.checkAfter = checkAfter;
        this.failure = failure;
    }

    /**
     * Creates the first event of a run.
     *
     * @param at when
     * @param input the run's input
     * @return the event
     */
    public static FlowEvent started(Instant at, byte[] input) {
        return new FlowEvent(Kind.STARTED, at, "", input, Duration.ZERO, null);
    }

    /**
     * Creates the event of a finished step.
     *
     * @param at when
     * @param step its id
     * @param output what it gives
     * @return the event
     */
    public static FlowEvent done(Instant at, String step, byte[] output) {
        return new FlowEvent(Kind.DONE, at, step, output, Duration.ZERO, null);
    }

    /**
     * Creates the event of a step that is under way outside.
     *
     * @param at when
     * @param step its id
     * @param checkAfter after which time to run it again
     * @return the event
     */
    public static FlowEvent pending(Instant at, String step, Duration checkAfter) {
        return new FlowEvent(Kind.PENDING, at, step, NOTHING, checkAfter, null);
    }

    /**
     * Creates the event of a failed step.
     *
     * @param at when
     * @param step its id
     * @param failure why
     * @return the event
     */
    public static FlowEvent failed(Instant at, String step, Failure failure) {
        return new FlowEvent(Kind.FAILED, at, step, NOTHING, Duration.ZERO, failure);
    }

    /**
     * Creates the event of a time that has come.
     *
     * @param at when
     * @return the event
     */
    public static FlowEvent timer(Instant at) {
        return new FlowEvent(Kind.TIMER, at, "", NOTHING, Duration.ZERO, null);
    }

    /**
     * Creates the event of a signal.
     *
     * @param at when
     * @param name the signal's name
     * @param payload what it says
     * @return the event
     */
    public static FlowEvent signal(Instant at, String name, byte[] payload) {
        return new FlowEvent(Kind.SIGNAL, at, name, payload, Duration.ZERO, null);
    }

    /**
     * Returns what happened.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns when it happened.
     *
     * @return the time
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns the step or signal it is about.
     *
     * @return the id or name, or the empty text for {@link Kind#STARTED} and {@link Kind#TIMER}
     */
    public String step() {
        return step;
    }

    /**
     * Returns input, output or payload.
     *
     * @return the bytes, not to be changed
     */
    public byte[] data() {
        return data;
    }

    /**
     * Returns after which time a pending step is to run again.
     *
     * @return the delay; zero unless {@link Kind#PENDING}
     */
    public Duration checkAfter() {
        return checkAfter;
    }

    /**
     * Returns why a step failed.
     *
     * @return the failure, or empty unless {@link Kind#FAILED}
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }
}
