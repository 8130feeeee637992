package io.quantumlayer.core.internal.engine;

import com.fasterxml.jackson.core.JsonParser;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.engine.FlowEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one encoded event, in whatever order they come. */
final class EventFields {
    private FlowEvent.@Nullable Kind kind;
    private String step = "";
    private byte[] data = new byte[0];
    private Duration checkAfter = Duration.ZERO;
    private @Nullable Failure failure;

    /** Reads the field at which the parser stands; unknown ones are skipped. */
    void read(JsonParser json, byte[] source, FailureJson failures) throws IOException {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
            case "event" -> kind = FlowEvent.Kind.valueOf(json.getText());
            case "step" -> step = json.getText();
            case "checkAfter" -> checkAfter = Duration.parse(json.getText());
            case "failure" -> failure = failures.read(json);
            case "base64" -> data = json.getBinaryValue();
            case "data" -> {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                data = Arrays.copyOfRange(
                        source, from, (int) json.currentLocation().getByteOffset());
            }
            default -> json.skipChildren();
        }
    }

    FlowEvent event(Instant at) {
        return switch (Objects.requireNonNull(kind, "event")) {
            case STARTED -> FlowEvent.started(at, data);
            case DONE -> FlowEvent.done(at, step, data);
            case PENDING -> FlowEvent.pending(at, step, checkAfter);
            case FAILED -> FlowEvent.failed(at, step, Objects.requireNonNull(failure, "failure"));
            case TIMER -> FlowEvent.timer(at);
            case SIGNAL -> FlowEvent.signal(at, step, data);
        };
    }
}
