package io.quantumlayer.security.internal.sast;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.security.internal.program.JsonAnswer;
import io.quantumlayer.security.internal.program.UntrustedAnswer;
import io.quantumlayer.security.internal.sast.Issue.Place;
import io.quantumlayer.security.internal.text.PlainText;

/** Reads the JSON that engines write, trusting none of it. */
final class Answers {
    private Answers() {}

    static JsonNode tree(Engine.Answer answer, String... lists) throws UntrustedAnswer {
        return JsonAnswer.object(answer.text(), answer.exitCode(), lists);
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
