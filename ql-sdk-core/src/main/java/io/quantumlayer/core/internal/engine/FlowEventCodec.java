package io.quantumlayer.core.internal.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns events into journal records and back; the records are of kind CHECKPOINT, type {@value #TYPE}, schema 1.
 *
 * <p>A record is one compact JSON object: {@code event}, then what the event has of {@code step}, {@code checkAfter},
 * {@code failure}, {@code data} or {@code base64}. Data that is a JSON object, array or text in one line is embedded
 * byte for byte as {@code data}, so that a journal can be read; everything else stands as {@code base64}. The event's
 * time is the record's own time, which engines give in whole milliseconds. Thread-safe.
 */
public final class FlowEventCodec {
    /** The id of the record type. */
    public static final String TYPE = "flow-event";

    private static final RecordType RECORD = new RecordType(TYPE, 1);
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);

    private final JsonFactory factory;
    private final JsonText text;
    private final FailureJson failures = new FailureJson();

    /** Creates a codec. */
    public FlowEventCodec() {
        // A pool and not thread locals: a virtual thread lives for one step. Escapes, because a provider's message may
        // hold half a surrogate pair, which UTF-8 cannot.
        factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
        text = new JsonText(factory);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return its record, at the event's time
     */
    public JournalRecord encode(FlowEvent event) {
        byte[] data = event.data();
        boolean raw = text.embeddable(data);
        ByteArrayOutputStream out = new ByteArrayOutputStream(96 + (raw ? data.length : 2 * data.length));
        try (JsonGenerator json = factory.createGenerator(out)) {
            writeFields(json, event);
            if (!raw && data.length > 0) {
                json.writeBinaryField("base64", data);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written", e);
        }
        if (raw) {
            out.writeBytes(DATA);
            out.writeBytes(data);
        }
        out.write('}');
        return new JournalRecord(JournalRecord.Kind.CHECKPOINT, RECORD, event.at(), out.toByteArray());
    }

    private void writeFields(JsonGenerator json, FlowEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("event", event.kind().name());
        if (!event.step().isEmpty()) {
            json.writeStringField("step", event.step());
        }
        if (event.kind() == FlowEvent.Kind.PENDING) {
            json.writeStringField("checkAfter", event.checkAfter().toString());
        }
        Optional<Failure> failure = event.failure();
        if (failure.isPresent()) {
            json.writeFieldName("failure");
            failures.write(json, failure.get());
        }
    }

    /**
     * Decodes a record.
     *
     * @param record a record that {@link #encode} made, in this or an earlier version
     * @return the event
     * @throws QuantumLayerException of type validation, code {@code record.unreadable}, if it is not one
     */
    public FlowEvent decode(JournalRecord record) {
        if (!record.type().equals(TYPE) || record.schema() != RECORD.schema()) {
            throw unreadable("it is a " + record.type() + "/" + record.schema() + ", made by a later version", null);
        }
        EventFields fields = new EventFields();
        try (JsonParser json = factory.createParser(record.json())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is not an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                fields.read(json, record.json(), failures);
            }
            return fields.event(record.at());
        } catch (IOException | RuntimeException e) {
            throw unreadable(e.getClass().getSimpleName(), e);
        }
    }

    private static QuantumLayerException unreadable(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        Failure failure =
                Failure.of(ErrorType.VALIDATION, "record.unreadable", "A stored flow event cannot be read: " + why);
        return new QuantumLayerException(failure, cause);
    }
}
