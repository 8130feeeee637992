package io.quantumlayer.core.internal.journal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes stored records as JSON lines. */
final class JsonLines {
    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json = factory.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
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
        json.writeRawValue(oneLine(stored.record().json()));
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void end() throws IOException {
        json.flush();
    }

    /** Line breaks stand in JSON only between tokens, where a space does as well. */
    private static String oneLine(byte[] record) {
        return new String(record, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }
}
