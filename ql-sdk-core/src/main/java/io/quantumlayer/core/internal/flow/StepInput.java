package io.quantumlayer.core.internal.flow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Puts the input of a step together: the run's input, the placement in use, the failure of the current step and the
 * outputs it reads, as one JSON object. The parts are JSON already and are copied as they are, so that nothing is
 * parsed on the way.
 */
final class StepInput {
    private StepInput() {}

    /** For a step that goes forward. */
    static byte[] of(FlowState state, FlowStep step) {
        return of(state, step.id(), step.reads());
    }

    /** For a step that mends or undoes what the current one did: it may need all there is. */
    static byte[] whole(FlowState state, FlowStep current) {
        return of(state, current.id(), state.outputs().keySet());
    }

    private static byte[] of(FlowState state, String step, Collection<String> reads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        text(out, "{\"request\":");
        out.writeBytes(state.input());
        text(out, ",\"placement\":" + state.placement());
        text(out, ",\"cancelled\":" + state.cancelled());
        state.failure()
                .ifPresent(f -> text(
                        out,
                        ",\"failure\":{\"step\":\"" + step + "\",\"type\":\""
                                + f.type().name() + "\",\"code\":" + quoted(f.code()) + ",\"message\":"
                                + quoted(f.message()) + "}"));
        text(out, ",\"outputs\":{");
        String comma = "";
        for (String read : reads) {
            byte[] output = state.outputs().get(read);
            if (output != null) {
                text(out, comma + "\"" + read + "\":");
                out.writeBytes(output);
                comma = ",";
            }
        }
        text(out, "}}");
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String value) {
        out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
