package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.core.internal.codec.Fields;
import io.quantumlayer.core.internal.codec.Json;
import java.util.ArrayList;
import java.util.List;

/** The input of one step call, decoded part by part as the step asks for it. Used by one thread. */
final class StepData {
    /** As deep as the reports and values of the outputs. */
    private static final int DEPTH = 3;

    private final RunMemory memory;
    private final Fields input;
    private final Fields outputs;

    private StepData(RunMemory memory, Fields input) {
        this.memory = memory;
        this.input = input;
        this.outputs = input.object("outputs");
    }

    /**
     * Reads the input that the flow put together: request, placement, cancelled, failure where there is one, and the
     * outputs that the step reads.
     *
     * @param input its JSON
     * @param memory remembers what was decoded for the run
     * @return the data
     */
    static StepData read(byte[] input, RunMemory memory) {
        return new StepData(memory, Json.fields(input, DEPTH));
    }

    int placement() {
        return input.read("placement", Integer.class);
    }

    <T> T request(Class<T> type) {
        return memory.request(type, () -> input.read("request", type));
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
        return memory.output(step, outputs.object(step), type);
    }

    /** Remembers what a step gives, for the steps that read it. */
    void gave(String step, byte[] output, Object value) {
        memory.gave(step, output, value);
    }

    List<SecretRef> secrets() {
        List<SecretRef> secrets = new ArrayList<>();
        if (isDeploy()) {
            secrets.addAll(request(DeployRequest.class).plan().secrets().values());
            secrets.addAll(request(DeployRequest.class).plan().bindings().values());
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
        return memory.request()
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
