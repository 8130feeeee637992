package io.quantumlayer.api.spi.engine;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import java.util.Objects;

/** A run to start. Immutable. */
public final class RunRequest {
    private final RunId id;
    private final RunKind kind;
    private final byte[] input;

    /**
     * Creates a request.
     *
     * @param id the run's id, minted by core
     * @param kind which flow it follows
     * @param input the flow's input; not copied, never changed afterwards
     */
    public RunRequest(RunId id, RunKind kind, byte[] input) {
        this.id = Objects.requireNonNull(id, "id");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.input = Objects.requireNonNull(input, "input");
    }

    /**
     * Returns the run's id.
     *
     * @return the id
     */
    public RunId id() {
        return id;
    }

    /**
     * Returns which flow it follows.
     *
     * @return the kind
     */
    public RunKind kind() {
        return kind;
    }

    /**
     * Returns the flow's input.
     *
     * @return the bytes, not to be changed
     */
    public byte[] input() {
        return input;
    }
}
