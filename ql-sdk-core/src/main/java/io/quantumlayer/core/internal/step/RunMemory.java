package io.quantumlayer.core.internal.step;

import io.quantumlayer.core.internal.flow.StepInput;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was decoded for one run: its request, which never changes and whose plan is checked as a whole
 * whenever it is decoded, and what its steps gave while they follow each other. A remembered value stands for exactly
 * the bytes it was written as, so that nothing stale is ever taken for the output of a later attempt. Thread-safe.
 */
final class RunMemory {
    private final Map<String, Output> outputs = new ConcurrentHashMap<>();
    private volatile @Nullable Object request;

    /** Remembers nothing of a run that goes on here. */
    RunMemory() {}

    /** Remembers what a run is asked to do that begins here: the bytes in the journal say nothing else. */
    RunMemory(Object request) {
        this.request = request;
    }

    /** A whole output and its value, decoded. */
    private static final class Output {
        private final ByteBuffer json;
        private final Object value;

        Output(byte[] json, Object value) {
            this.json = ByteBuffer.wrap(json);
            this.value = value;
        }

        <T> Optional<T> value(ByteBuffer written, Class<T> type) {
            return type.isInstance(value) && written.equals(json) ? Optional.of(type.cast(value)) : Optional.empty();
        }
    }

    <T> T request(Class<T> type, Supplier<T> decode) {
        Object known = request;
        if (known == null) {
            known = decode.get();
            request = known;
        }
        return type.cast(known);
    }

    Optional<Object> request() {
        return Optional.ofNullable(request);
    }

    <T> T output(String step, ByteBuffer output, Class<T> type) {
        Optional<T> known = Optional.ofNullable(outputs.get(step)).flatMap(o -> o.value(output, type));
        return known.orElseGet(() -> decoded(step, output, type));
    }

    private <T> T decoded(String step, ByteBuffer output, Class<T> type) {
        byte[] json = StepInput.bytes(output);
        T value = Ended.of(json).value(type);
        gave(step, json, value);
        return value;
    }

    void gave(String step, byte[] json, Object value) {
        outputs.put(step, new Output(json, value));
    }

    /** Drops what the steps gave: the run waits, and thousands of others may wait with it. */
    void rest() {
        outputs.clear();
    }
}
