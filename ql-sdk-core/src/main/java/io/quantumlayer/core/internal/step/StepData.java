package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.core.internal.codec.Fields;
import io.quantumlayer.core.internal.codec.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input of one step call, decoded part by part as the step asks for it. Used by one thread. */
final class StepData {
    /** As deep as the reports and values of the outputs. */
    private static final int DEPTH = 3;

    private final RunId run;
    private final Requests requests;
    private final Fields input;
    private final Fields outputs;
    private final Map<String, Object> decoded = new HashMap<>();

    private StepData(RunId run, Requests requests, Fields input) {
        this.run = run;
        this.requests = requests;
        this.input = input;
        this.outputs = input.object("outputs");
    }

    /**
     * Reads the input that the flow put together: request, placement, cancelled, failure where there is one, and the
     * outputs that the step reads.
     *
     * @param run the run
     * @param input its JSON
     * @param requests remembers what was decoded of the request
     * @return the data
     */
    static StepData read(RunId run, byte[] input, Requests requests) {
        return new StepData(run, requests, Json.fields(input, DEPTH));
    }

    int placement() {
        return input.read("placement", Integer.class);
    }

    <T> T request(Class<T> type) {
        return requests.of(run, type, () -> input.read("request", type));
    }

    FailureNote failure() {
        return input.has("failure")
                ? input.read("failure", FailureNote.class)
                : new FailureNote("", "UNKNOWN", "none", "");
    }

    <T> T output(StepName step, Class<T> type) {
        return output(step.id(), type);
    }

    <T> T output(String step, Class<T> type) {
        if (!has(step)) {
            throw new IllegalStateException("the output of step " + step
                    + " is not at hand: the order of the flow is wrong, or the list of what this step reads");
        }
        return type.cast(
                decoded.computeIfAbsent(step, id -> Ended.of(outputs.object(id)).value(type)));
    }

    List<SecretRef> secrets() {
        List<SecretRef> secrets = new ArrayList<>();
        if (isDeploy()) {
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

    private boolean isDeploy() {
        return requests.known(run)
                .map(DeployRequest.class::isInstance)
                .orElseGet(() -> input.object("request").has("plan"));
    }

    boolean isDestroy() {
        return input.object("request").has("destroy");
    }

    boolean has(String step) {
        return outputs.has(step);
    }

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
