package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one encoded object: where each value stands, so that only what somebody asks for is read. Immutable;
 * shares the bytes, which are never changed. A field whose value is null counts as missing.
 */
public final class Fields {
    private final byte[] json;
    private final Map<String, Span> spans;

    private Fields(byte[] json, Map<String, Span> spans) {
        this.json = json;
        this.spans = spans;
    }

    /**
     * Where a value stands.
     *
     * @param from its first byte
     * @param to the byte behind its last
     * @param fields its own fields if it is an object and was looked into, else null
     */
    private record Span(int from, int to, @Nullable Fields fields) {}

    static Fields of(JsonFactory factory, byte[] json, int depth) {
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable(": it is no object", null);
            }
            return within(parser, json, depth);
        } catch (IOException e) {
            throw unreadable("", e);
        }
    }

    private static Fields within(JsonParser parser, byte[] json, int depth) throws IOException {
        Map<String, Span> spans = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            int from = (int) parser.currentTokenLocation().getByteOffset();
            Fields inner = token == JsonToken.START_OBJECT && depth > 1 ? within(parser, json, depth - 1) : null;
            if (inner == null) {
                parser.skipChildren();
                parser.finishToken();
            }
            if (token != JsonToken.VALUE_NULL) {
                int to = (int) parser.currentLocation().getByteOffset();
                spans.put(name, new Span(from, to, inner));
            }
        }
        return new Fields(json, spans);
    }

    /**
     * Says whether there is a field.
     *
     * @param name its name
     * @return whether it is there and not null
     */
    public boolean has(String name) {
        return spans.containsKey(name);
    }

    /**
     * Returns a field that is an object itself.
     *
     * @param name its name
     * @return its fields
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if it is missing, no object, or
     *     deeper than was looked
     */
    public Fields object(String name) {
        Fields inner = span(name).fields();
        if (inner == null) {
            throw unreadable(": its " + name + " is no object", null);
        }
        return inner;
    }

    /**
     * Reads a field.
     *
     * @param name its name
     * @param type the value's class
     * @param <T> the value's class
     * @return the value
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if it is missing or not one
     */
    public <T> T read(String name, Class<T> type) {
        Span span = span(name);
        return Json.read(json, span.from(), span.to(), type);
    }

    /**
     * Returns a field as it stands, to be written again.
     *
     * @param name its name
     * @return the value's own bytes
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if it is missing
     */
    public Encoded encoded(String name) {
        Span span = span(name);
        return new Encoded(Arrays.copyOfRange(json, span.from(), span.to()));
    }

    private Span span(String name) {
        Span span = spans.get(name);
        if (span == null) {
            throw unreadable(": it has no " + name, null);
        }
        return span;
    }

    private static QuantumLayerException unreadable(String detail, @Nullable Throwable cause) {
        return new QuantumLayerException(Json.unreadable("object", detail), cause);
    }
}
