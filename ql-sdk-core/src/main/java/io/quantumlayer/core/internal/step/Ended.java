package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.core.internal.codec.Encoded;
import io.quantumlayer.core.internal.codec.Fields;
import io.quantumlayer.core.internal.codec.Json;

/** The encoded output of a finished step, of which only what is asked for is read. */
final class Ended {
    private final Fields output;

    private Ended(Fields output) {
        this.output = output;
    }

    static Ended of(byte[] output) {
        return new Ended(Json.fields(output, 1));
    }

    StepReport report() {
        return output.read("report", StepReport.class);
    }

    Encoded encodedReport() {
        return output.encoded("report");
    }

    <T> T value(Class<T> type) {
        return output.read("value", type);
    }
}
