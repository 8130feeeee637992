package io.quantumlayer.api.spi.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a flow wants done: run a step, wait, or end. Immutable. */
public final class FlowCommand {
    /** What to do. */
    public enum Kind {
        /** Run a step once. */
        RUN,
        /** Wait until a time or a signal, whichever is first. */
        WAIT,
        /** End the run. */
        END
    }

    private final Kind kind;
    private final String step;
    private final int attempt;
    private final byte[] data;
    private final @Nullable Duration timeout;
    private final @Nullable Instant until;

    private FlowCommand(
            Kind kind, String step, int attempt, byte[] data, @Nullable Duration timeout, @Nullable Instant u) {
        this.kind = kind;
        this.step = step;
        this.attempt = attempt;
        this.data = data;
        this.timeout = timeout;
        this.until = u;
    }

    /**
     * Creates a command that runs a step.
     *
     * @param step the step's id
     * @param attempt the attempt, from 1
     * @param input the step's input; not copied, never changed afterwards
     * @param timeout how long the one call may take
     * @return the command
     */
    public static FlowCommand run(String step, int attempt, byte[] input, Duration timeout) {
        return new FlowCommand(Kind.RUN, step, attempt, input, timeout, null);
    }

    /**
     * Creates a command that waits until a time or the next signal.
     *
     * @param until the time
     * @return the command
     */
    public static FlowCommand waitUntil(Instant until) {
        return new FlowCommand(Kind.WAIT, "", 0, new byte[0], null, until);
    }

    /**
     * Creates a command that waits for the next signal, however long.
     *
     * @return the command
     */
    public static FlowCommand waitForSignal() {
        return new FlowCommand(Kind.WAIT, "", 0, new byte[0], null, null);
    }

    /**
     * Creates a command that ends the run.
     *
     * @param output the run's result; not copied, never changed afterwards
     * @return the command
     */
    public static FlowCommand end(byte[] output) {
        return new FlowCommand(Kind.END, "", 0, output, null, null);
    }

    /**
     * Returns what to do.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the step to run.
     *
     * @return its id, or the empty text unless {@link Kind#RUN}
     */
    public String step() {
        return step;
    }

    /**
     * Returns which attempt this is.
     *
     * @return from 1; 0 unless {@link Kind#RUN}
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns the input of a step or the result of a run.
     *
     * @return the bytes, not to be changed; empty for {@link Kind#WAIT}
     */
    public byte[] data() {
        return data;
    }

    /**
     * Returns how long the one call of a step may take.
     *
     * @return the time; zero unless {@link Kind#RUN}
     */
    public Duration timeout() {
        return timeout == null ? Duration.ZERO : timeout;
    }

    /**
     * Returns until when to wait.
     *
     * @return the time, or empty to wait for a signal alone
     */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
