package io.quantumlayer.security.internal.sast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumlayer.security.internal.sast.Issue.Place;
import io.quantumlayer.security.internal.text.PlainText;

/** Reads the JSON that engines write, trusting none of it. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Answers() {}

    static JsonNode tree(Engine.Answer answer, String... arrays) throws UntrustedAnswer {
        if (answer.text().isBlank()) {
            throw new UntrustedAnswer("it wrote nothing and ended with " + answer.exitCode());
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(answer.text());
        } catch (JsonProcessingException e) {
            throw new UntrustedAnswer("it wrote no JSON");
        }
        for (String array : arrays) {
            if (tree == null || !tree.path(array).isArray()) {
                throw new UntrustedAnswer("its answer has no list '" + array + "'");
            }
        }
        return tree;
    }

    static Place place(Engine.Answer answer, String path, JsonNode line, JsonNode column) throws UntrustedAnswer {
        String relative = answer.relative(path);
        if (!answer.files().contains(relative) || !line.isInt() || line.asInt() < 1) {
            throw new UntrustedAnswer("it found something at a place that is not in the source");
        }
        return new Place(relative, line.asInt(), Math.max(0, column.asInt()));
    }

    static String id(JsonNode id) throws UntrustedAnswer {
        if (!id.asText().matches("[A-Za-z0-9._-]{1,120}")) {
            throw new UntrustedAnswer("it named no rule for what it found");
        }
        return id.asText();
    }

    static String message(JsonNode message) {
        return PlainText.of(message.asText());
    }
}
