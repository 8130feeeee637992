package io.quantumlayer.core.internal.flow;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.core.internal.codec.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input of one call of a step: the run's input, the placement in use, the failure of the current step and the
 * outputs it reads. It is written as one line that says what follows and how long it is, and then the parts as they
 * are: nothing is parsed on the way, and a reader finds each part without a look into the others. Immutable; shares its
 * bytes, which are never changed.
 */
public final class StepInput {
    private static final byte END_OF_HEAD = '\n';

    private final Head head;
    private final ByteBuffer request;
    private final Map<String, ByteBuffer> outputs = new HashMap<>();

    /**
     * The first line.
     *
     * @param placement which placement is in use, from 0
     * @param step the current step
     * @param failure why it failed, or null
     * @param request how long the run's input is, in bytes
     * @param outputs how long each output is, in bytes, in order
     */
    record Head(int placement, String step, @Nullable Failure failure, int request, Map<String, Integer> outputs) {}

    private StepInput(Head head, ByteBuffer parts) {
        this.head = head;
        this.request = part(parts, head.request());
        head.outputs().forEach((step, length) -> outputs.put(step, part(parts, length)));
        if (parts.hasRemaining()) {
            throw new IllegalArgumentException("a step input has " + parts.remaining() + " bytes more than it says");
        }
    }

    private static ByteBuffer part(ByteBuffer parts, int length) {
        if (length > parts.remaining()) {
            throw new IllegalArgumentException("a step input has fewer bytes than it says");
        }
        ByteBuffer part = parts.slice(parts.position(), length);
        parts.position(parts.position() + length);
        return part;
    }

    /** For a step that goes forward. */
    static byte[] of(FlowState state, FlowStep step) {
        return of(state, step.id(), step.reads());
    }

    /** For a step that mends or undoes what the current one did: it may need all there is. */
    static byte[] whole(FlowState state, FlowStep current) {
        return of(state, current.id(), state.outputs().keySet());
    }

    private static byte[] of(FlowState state, String step, Collection<String> reads) {
        List<byte[]> parts = new ArrayList<>(List.of(state.input()));
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (String read : reads) {
            byte[] output = state.outputs().get(read);
            if (output != null) {
                lengths.put(read, output.length);
                parts.add(output);
            }
        }
        byte[] head = Json.write(
                new Head(state.placement(), step, state.failure().orElse(null), state.input().length, lengths));
        ByteBuffer joined = ByteBuffer.allocate(
                head.length + 1 + parts.stream().mapToInt(part -> part.length).sum());
        joined.put(head).put(END_OF_HEAD);
        parts.forEach(joined::put);
        return joined.array();
    }

    /**
     * Reads what the flow put together.
     *
     * @param input its bytes
     * @return the input
     * @throws IllegalArgumentException if they are not as long as they say
     */
    public static StepInput read(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != END_OF_HEAD) {
            end++;
        }
        int from = Math.min(end + 1, input.length);
        Head head = Json.read(Arrays.copyOf(input, end), Head.class);
        return new StepInput(head, ByteBuffer.wrap(input, from, input.length - from));
    }

    /**
     * Returns which placement is in use.
     *
     * @return from 0, the best one
     */
    public int placement() {
        return head.placement();
    }

    /**
     * Returns the current step.
     *
     * @return its id
     */
    public String step() {
        return head.step();
    }

    /**
     * Returns why the current step failed.
     *
     * @return the failure, or empty
     */
    public Optional<Failure> failure() {
        return Optional.ofNullable(head.failure());
    }

    /**
     * Returns the run's input.
     *
     * @return its JSON, a copy
     */
    public byte[] request() {
        return bytes(request);
    }

    /**
     * Returns what a step gave.
     *
     * @param step the step's id
     * @return its JSON, not to be changed, or empty if the step has not ended or is not read here
     */
    public Optional<ByteBuffer> output(String step) {
        return Optional.ofNullable(outputs.get(step)).map(ByteBuffer::asReadOnlyBuffer);
    }

    /**
     * Copies a part.
     *
     * @param part the part
     * @return its bytes
     */
    public static byte[] bytes(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(part.position(), bytes);
        return bytes;
    }
}
