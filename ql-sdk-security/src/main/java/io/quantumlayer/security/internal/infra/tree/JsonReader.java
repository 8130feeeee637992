package io.quantumlayer.security.internal.infra.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.quantumlayer.security.internal.infra.rule.MalformedInfra;
import io.quantumlayer.security.internal.infra.tree.Value.Fields;
import io.quantumlayer.security.internal.infra.tree.Value.Items;
import io.quantumlayer.security.internal.infra.tree.Value.Open;
import io.quantumlayer.security.internal.infra.tree.Value.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text as a tree; a text in which a template or Terraform puts something is open. */
public final class JsonReader {
    private static final int DEEPEST = 60;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonReader() {}

    /**
     * Reads a text.
     *
     * @param text a JSON text
     * @param first the line on which it begins
     * @return its value
     * @throws MalformedInfra if it is no JSON, names a key twice, or is too deep
     */
    public static Value read(String text, int first) throws MalformedInfra {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new MalformedInfra(first, "it is no JSON");
            }
            Value value = value(parser, first - 1);
            if (parser.nextToken() != null) {
                throw new MalformedInfra(line(parser, first - 1), "more follows the JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr() + first - 1;
            throw new MalformedInfra(line, "it is no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private static Value value(JsonParser parser, int before) throws IOException {
        int line = line(parser, before);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Value> values = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    values.put(name, value(parser, before));
                }
            }
            return new Fields(line, values);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Value> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(parser, before));
            }
            return new Items(line, List.copyOf(values));
        }
        String text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
        return text.contains("${") || text.contains("{{") ? new Open(line) : new Text(line, text);
    }

    private static int line(JsonParser parser, int before) {
        return parser.currentTokenLocation().getLineNr() + before;
    }
}
