package io.quantumlayer.core.internal.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;

/**
 * Encodes values as compact UTF-8 JSON and reads them back equal; pure, thread-safe.
 *
 * <p>Any record works, nested as deep as {@value #MAX_DEPTH}, with texts, numbers, enums, {@code Optional}, lists,
 * maps, sets, byte arrays, {@code java.time} values and the value types of the api. Equal values give equal bytes:
 * fields stand in the order in which they are declared, collections in their own. Absent optionals and null components
 * are left out and read back as such; fields that the reader does not know are skipped, those of a plan refused.
 */
public final class Json {
    /** How deep values may nest. */
    public static final int MAX_DEPTH = 64;
    /** How long one document may be, in bytes. */
    public static final long MAX_LENGTH = 32L << 20;

    // Immutable once built, and expensive to build: the only state here.
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /**
     * Encodes a value.
     *
     * @param value a record or another supported value
     * @return compact UTF-8 JSON
     * @throws IllegalArgumentException if the value, or something it holds, has no codec
     */
    public static byte[] write(Object value) {
        Objects.requireNonNull(value, "value");
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "No codec for " + value.getClass().getName(), e);
        }
    }

    /**
     * Reads a value of a class.
     *
     * @param json what {@link #write} gave, by this or an earlier version
     * @param type the value's class
     * @param <T> the value's class
     * @return the value
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if the bytes are not one
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(value(json, MAPPER.constructType(type)));
    }

    /**
     * Reads a value of a generic type.
     *
     * @param json what {@link #write} gave, by this or an earlier version
     * @param type the value's type
     * @param <T> the value's type
     * @return the value
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if the bytes are not one
     */
    @SuppressWarnings("unchecked") // The token was made for T, and the value was read as what the token says.
    public static <T> T read(byte[] json, TypeToken<T> type) {
        Type captured = type.type();
        return (T) value(json, MAPPER.constructType(captured));
    }

    /**
     * Finds the fields of an object without reading their values.
     *
     * @param json what {@link #write} gave for a record or a map, by this or an earlier version
     * @param depth how deep to look: 1 for its own fields alone, 2 for those of its fields too, and so on
     * @return its fields, over the same bytes
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if the bytes are no object
     */
    public static Fields fields(byte[] json, int depth) {
        return Fields.of(MAPPER.getFactory(), json, depth);
    }

    static <T> T read(byte[] json, int from, int to, Class<T> type) {
        return type.cast(value(json, from, to, MAPPER.constructType(type)));
    }

    private static Object value(byte[] json, JavaType type) {
        return value(json, 0, json.length, type);
    }

    private static Object value(byte[] json, int from, int to, JavaType type) {
        try {
            Object value = MAPPER.readValue(json, from, to - from, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw new QuantumLayerException(unreadable(type, " at " + place(e)), e);
        } catch (IOException e) {
            throw new QuantumLayerException(unreadable(type, ""), e);
        }
        throw new QuantumLayerException(unreadable(type, ": it is null"));
    }

    private static Failure unreadable(JavaType type, String detail) {
        return unreadable(type.getRawClass().getSimpleName(), detail);
    }

    static Failure unreadable(String name, String detail) {
        return Failure.of(ErrorType.VALIDATION, "record.unreadable", "A stored " + name + " cannot be read" + detail);
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "byte " + e.getLocation().getByteOffset();
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxDocumentLength(MAX_LENGTH)
                        .build())
                // Not one a thread: a virtual thread lives for one step, and thousands of them wait at once.
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(TextForms.module())
                .addModule(ValueForms.module())
                .addModule(PlanForm.module())
                .addModule(Encoded.module())
                .visibility(new RecordsOnly())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }
}
