package io.quantumlayer.journal.jdbc;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes stored records as JSON lines; every line is one JSON object, whatever a record holds. */
final class JsonLines {
    private final JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        json = factory.createGenerator(out, JsonEncoding.UTF8).setRootValueSeparator(null);
    }

    void write(StoredRecord stored) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenant", stored.run().application().tenant());
        json.writeStringField("application", stored.run().application().name());
        json.writeStringField("run", stored.run().value());
        json.writeNumberField("sequence", stored.sequence());
        json.writeStringField("kind", stored.record().kind().name());
        json.writeStringField("type", stored.record().type());
        json.writeNumberField("schema", stored.record().schema());
        json.writeStringField("time", stored.record().at().toString());
        json.writeStringField("link", stored.link());
        json.writeFieldName("record");
        writeRecord(stored.record().json());
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Keeps the record's own text, so that a reader can compute the link; what is not JSON becomes a string. */
    private void writeRecord(byte[] record) throws IOException {
        String text = new String(record, StandardCharsets.UTF_8);
        if (isJson(record)) {
            // Line breaks stand in JSON only between tokens, where a space does as well.
            json.writeRawValue(text.replace('\n', ' ').replace('\r', ' '));
        } else {
            json.writeString(text);
        }
    }

    private boolean isJson(byte[] record) throws IOException {
        int values = 0;
        int depth = 0;
        try (JsonParser parser = factory.createParser(record)) {
            while (parser.nextToken() != null) {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                values += depth == 0 ? 1 : 0;
            }
            return values == 1;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    void flush() throws IOException {
        json.flush();
    }
}
