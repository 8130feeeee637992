package io.quantumlayer.testkit.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One line of an export; the record's own JSON is taken as it is written, since its link covers every byte. */
final class ExportLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String RECORD = "record";

    private final Map<String, String> fields = new HashMap<>();

    private ExportLine() {}

    static StoredRecord parse(String line, int number) {
        ExportLine parsed = new ExportLine();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                parsed.take(json, line);
            }
            return parsed.record();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("line " + number + " of the export is no record: " + e.getMessage(), e);
        }
    }

    private void take(JsonParser json, String line) throws IOException {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(RECORD)) {
            int from = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            fields.put(name, line.substring(from, (int) json.currentLocation().getCharOffset()));
        } else {
            fields.put(name, json.getText());
        }
    }

    private StoredRecord record() {
        ApplicationId application = new ApplicationId(field("tenant"), field("application"));
        RecordType type = new RecordType(field("type"), Integer.parseInt(field("schema")));
        JournalRecord record = new JournalRecord(
                JournalRecord.Kind.valueOf(field("kind")),
                type,
                Instant.parse(field("time")),
                field(RECORD).getBytes(StandardCharsets.UTF_8));
        return new StoredRecord(
                new RunId(application, field("run")), Long.parseLong(field("sequence")), record, field("link"));
    }

    private String field(String name) {
        return Objects.requireNonNull(fields.get(name), () -> "it has no " + name);
    }
}
