package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.SecretRef;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.flow.StepInput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The input of one step call, decoded part by part as the step asks for it. Used by one thread. */
final class StepData {
    private final RunMemory memory;
    private final StepInput input;

    private StepData(RunMemory memory, StepInput input) {
        this.memory = memory;
        this.input = input;
    }

    /**
     * Reads the input that the flow put together.
     *
     * @param input its bytes
     * @param memory remembers what was decoded for the run
     * @return the data
     */
    static StepData read(byte[] input, RunMemory memory) {
        return new StepData(memory, StepInput.read(input));
    }

    int placement() {
        return input.placement();
    }

    <T> T request(Class<T> type) {
        return memory.request(type, () -> Json.read(input.request(), type));
    }

    /** The step that a repair or a clean-up is about. */
    String current() {
        return input.step();
    }

    Failure failure() {
        return input.failure().orElseGet(() -> Failure.of(ErrorType.UNKNOWN, "none", ""));
    }

    <T> T output(StepName step, Class<T> type) {
        return output(step.id(), type);
    }

    <T> T output(String step, Class<T> type) {
        ByteBuffer output = input.output(step)
                .orElseThrow(() -> new IllegalStateException("the output of step " + step
                        + " is not at hand: the order of the flow is wrong, or the list of what this step reads"));
        return memory.output(step, output, type);
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
                .orElseGet(() -> Json.fields(input.request(), 1).has("plan"));
    }

    boolean isDestroy() {
        return Json.fields(input.request(), 1).has("destroy");
    }

    boolean has(String step) {
        return input.output(step).isPresent();
    }
}
