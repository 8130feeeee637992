package io.quantumlayer.core.internal.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON form of a failure inside an event. */
final class FailureJson {
    void write(JsonGenerator json, Failure failure) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", failure.type().id());
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.message());
        json.writeBooleanField("retryable", failure.retryable());
        Optional<Duration> retryAfter = failure.retryAfter();
        if (retryAfter.isPresent()) {
            json.writeStringField("retryAfter", retryAfter.get().toString());
        }
        json.writeEndObject();
    }

    Failure read(JsonParser json) throws IOException {
        ErrorType type = ErrorType.UNKNOWN;
        String code = "";
        String message = "";
        boolean retryable = true;
        @Nullable Duration retryAfter = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "type" -> type = ErrorType.valueOf(json.getText().toUpperCase(Locale.ROOT));
                case "code" -> code = json.getText();
                case "message" -> message = json.getText();
                case "retryable" -> retryable = json.getBooleanValue();
                case "retryAfter" -> retryAfter = Duration.parse(json.getText());
                default -> json.skipChildren();
            }
        }
        Failure failure = Failure.of(type, code, message);
        Failure asked = retryAfter == null ? failure : failure.withRetryAfter(retryAfter);
        return retryable ? asked : asked.notRetryable();
    }
}
