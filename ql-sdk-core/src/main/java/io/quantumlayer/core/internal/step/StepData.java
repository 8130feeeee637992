package io.quantumlayer.core.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.core.internal.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The input of a step call, decoded part by part as the step asks for it. */
public final class StepData {
    private final Document document;

    private StepData(Document document) {
        this.document = document;
    }

    /**
     * Reads the input that the flow put together.
     *
     * @param input its JSON
     * @return the data
     */
    public static StepData read(byte[] input) {
        return new StepData(Json.read(input, Document.class));
    }

    int placement() {
        return document.placement();
    }

    <T> T request(Class<T> type) {
        return Json.convert(document.request(), type);
    }

    FailureNote failure() {
        FailureNote note = document.failure();
        return note == null ? new FailureNote("", "UNKNOWN", "none", "") : note;
    }

    <T> T output(StepName step, Class<T> type) {
        return output(step.id(), type);
    }

    <T> T output(String step, Class<T> type) {
        return Json.convert(finished(step).get("value"), type);
    }

    List<SecretRef> secrets() {
        List<SecretRef> secrets = new ArrayList<>();
        if (document.request().has("plan")) {
            secrets.addAll(request(DeployRequest.class).plan().secrets().values());
        }
        if (has(StepName.DEPLOY.id())) {
            secrets.addAll(output(StepName.DEPLOY, Placed.class)
                    .spec()
                    .workload()
                    .secrets()
                    .values());
        }
        return secrets;
    }

    boolean isDestroy() {
        return document.request().has("destroy");
    }

    boolean has(String step) {
        return document.outputs().containsKey(step);
    }

    StepReport report(String step) {
        return Json.convert(finished(step).get("report"), StepReport.class);
    }

    private JsonNode finished(String step) {
        JsonNode node = document.outputs().get(step);
        if (node == null) {
            throw new IllegalStateException("step " + step + " has no output yet: the order of the flow is wrong");
        }
        return node;
    }

    /**
     * The shape in which the flow hands it over.
     *
     * @param request the run's input
     * @param placement which placement is in use
     * @param cancelled whether the caller asked for the end
     * @param failure why the run fails, or null
     * @param outputs step id to output
     */
    record Document(
            JsonNode request,
            int placement,
            boolean cancelled,
            @Nullable FailureNote failure,
            Map<String, JsonNode> outputs) {}

    /**
     * A failure on its way to a repair.
     *
     * @param step the step that failed
     * @param type its type
     * @param code its code
     * @param message its message
     */
    record FailureNote(String step, String type, String code, String message) {}
}
