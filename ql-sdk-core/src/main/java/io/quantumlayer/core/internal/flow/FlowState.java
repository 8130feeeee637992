package io.quantumlayer.core.internal.flow;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands. An immutable value: each change gives a copy.
 */
public final class FlowState {
    /** What the run is doing. */
    public enum Mode {
        /** No event was seen. */
        NEW,
        /** The current step is to run, runs, or waits to run. */
        FORWARD,
        /** The current step has ended, and the next one waits for somebody's approval. */
        APPROVAL,
        /** The cause of a failure is being mended. */
        REPAIRING,
        /** What was made is being removed. */
        CLEANING,
        /** The run has ended. */
        ENDED
    }

    private final Mode mode;
    private final byte[] input;
    private final Instant deadline;
    private final int index;
    private final int attempt;
    private final int placement;
    private final int retriesLeft;
    private final boolean cancelled;
    private final boolean extended;
    private final @Nullable Instant wakeAt;
    private final @Nullable Failure failure;
    private final Map<ErrorType, Integer> used;
    private final Map<String, byte[]> outputs;
    private final List<String> notes;

    FlowState(Draft draft) {
        this.mode = draft.mode;
        this.input = draft.input;
        this.deadline = draft.deadline;
        this.index = draft.index;
        this.attempt = draft.attempt;
        this.placement = draft.placement;
        this.retriesLeft = draft.retriesLeft;
        this.cancelled = draft.cancelled;
        this.extended = draft.extended;
        this.wakeAt = draft.wakeAt;
        this.failure = draft.failure;
        this.used = draft.used;
        this.outputs = draft.outputs;
        this.notes = draft.notes;
    }

    static FlowState initial() {
        return new FlowState(new Draft());
    }

    Draft change() {
        Draft draft = new Draft();
        draft.mode = mode;
        draft.input = input;
        draft.deadline = deadline;
        draft.index = index;
        draft.attempt = attempt;
        draft.placement = placement;
        draft.retriesLeft = retriesLeft;
        draft.cancelled = cancelled;
        draft.extended = extended;
        draft.wakeAt = wakeAt;
        draft.failure = failure;
        draft.used = used;
        draft.outputs = outputs;
        draft.notes = notes;
        return draft;
    }

    /**
     * Returns what the run is doing.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * Returns the run's input.
     *
     * @return the bytes, not to be changed
     */
    public byte[] input() {
        return input;
    }

    /**
     * Returns until when the run must reach its goal.
     *
     * @return the deadline
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Returns which step is current.
     *
     * @return the index into the script's steps
     */
    public int index() {
        return index;
    }

    /**
     * Returns the attempt of the step that is to run.
     *
     * @return from 1
     */
    public int attempt() {
        return attempt;
    }

    /**
     * Returns which placement is in use.
     *
     * @return from 0, the best one
     */
    public int placement() {
        return placement;
    }

    /**
     * Says whether the caller asked for the end.
     *
     * @return whether the run was cancelled
     */
    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Returns why the run fails, or why the current step failed last.
     *
     * @return the failure, or empty
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns until when the run waits.
     *
     * @return the time, or empty if it does not wait
     */
    public Optional<Instant> wakeAt() {
        return Optional.ofNullable(wakeAt);
    }

    /**
     * Returns the outputs of the steps that are done.
     *
     * @return step id to output, in order, unmodifiable
     */
    public Map<String, byte[]> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    /**
     * Returns what went wrong without failing the run.
     *
     * @return readable lines
     */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    int retriesUsed(ErrorType type) {
        return used.getOrDefault(type, 0);
    }

    int retriesLeft() {
        return retriesLeft;
    }

    boolean extended() {
        return extended;
    }

    /** A changeable copy. */
    static final class Draft {
        private static final int RETRY_BUDGET = 40;

        private Mode mode = Mode.NEW;
        private byte[] input = new byte[0];
        private Instant deadline = Instant.MAX;
        private int index;
        private int attempt = 1;
        private int placement;
        private int retriesLeft = RETRY_BUDGET;
        private boolean cancelled;
        private boolean extended;
        private @Nullable Instant wakeAt;
        private @Nullable Failure failure;
        private Map<ErrorType, Integer> used = Map.of();
        private Map<String, byte[]> outputs = Map.of();
        private List<String> notes = List.of();

        Draft mode(Mode value) {
            this.mode = value;
            return this;
        }

        Draft begin(byte[] runInput, Instant until) {
            this.input = runInput;
            this.deadline = until;
            return mode(Mode.FORWARD);
        }

        Draft step(int position) {
            this.index = position;
            this.attempt = 1;
            this.used = Map.of();
            this.wakeAt = null;
            return this;
        }

        Draft nextPlacement(int restart) {
            this.placement++;
            this.failure = null;
            return mode(Mode.FORWARD).step(restart);
        }

        Draft cancelled() {
            this.cancelled = true;
            return this;
        }

        Draft failure(@Nullable Failure cause) {
            this.failure = cause;
            return this;
        }

        Draft wakeAt(@Nullable Instant time) {
            this.wakeAt = time;
            return this;
        }

        Draft retry(ErrorType type) {
            Map<ErrorType, Integer> copy = new EnumMap<>(ErrorType.class);
            copy.putAll(used);
            copy.merge(type, 1, Integer::sum);
            this.used = copy;
            this.attempt++;
            this.retriesLeft--;
            return this;
        }

        Draft postpone(Instant until) {
            this.deadline = until;
            return this;
        }

        Draft extend(Instant until) {
            this.extended = true;
            return postpone(until);
        }

        Draft output(String step, byte[] value) {
            Map<String, byte[]> copy = new LinkedHashMap<>(outputs);
            copy.put(step, value);
            this.outputs = copy;
            return this;
        }

        Draft forget(List<String> steps) {
            Map<String, byte[]> copy = new LinkedHashMap<>(outputs);
            copy.keySet().removeAll(steps);
            this.outputs = copy;
            return this;
        }

        Draft note(String line) {
            List<String> copy = new ArrayList<>(notes);
            copy.add(line);
            this.notes = copy;
            return this;
        }

        FlowState done() {
            return new FlowState(this);
        }
    }
}
