package io.quantumlayer.security.internal.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the JSON that programs write, strictly. */
public final class JsonAnswer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonAnswer() {}

    /**
     * Reads an object with certain lists.
     *
     * @throws UntrustedAnswer if it is none
     */
    public static JsonNode object(String text, int exitCode, String... lists) throws UntrustedAnswer {
        if (text.isBlank()) {
            throw new UntrustedAnswer("it wrote nothing and ended with " + exitCode);
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UntrustedAnswer("it wrote no JSON");
        }
        for (String list : lists) {
            if (!tree.path(list).isArray()) {
                throw new UntrustedAnswer("its answer has no list '" + list + "'");
            }
        }
        return tree;
    }
}
