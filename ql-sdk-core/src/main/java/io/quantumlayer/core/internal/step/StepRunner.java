package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.engine.StepFunction;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.flow.Script;
import io.quantumlayer.core.internal.flow.ScriptFlow;
import io.quantumlayer.core.internal.guard.Classifier;
import io.quantumlayer.core.internal.ledger.Ledgers;
import io.quantumlayer.core.internal.ledger.RunLedger;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.MDC;

/** Runs any step of any kind of run: finds it, decodes its input, flushes the ledger behind it. Thread-safe. */
public final class StepRunner implements StepFunction {
    private static final String APPLICATION = "quantumlayer.application";
    private static final String RUN = "quantumlayer.run";
    private static final String STEP = "quantumlayer.step";

    private final Map<String, StepBinding<?, ?>> bindings = new HashMap<>();
    private final Map<RunKind, Flow<?>> flows = new EnumMap<>(RunKind.class);
    private final CleanUpStep cleanUp;
    private final RepairStep repair;
    private final DestroySteps destroy;
    private final SecretWatch secrets;
    private final Map<RunId, RunMemory> memories = new ConcurrentHashMap<>();
    private final UnaryOperator<String> redactor;
    private final Ledgers ledgers;
    private final Classifier classifier;

    /**
     * Puts the steps together.
     *
     * @param tools what they work with
     * @param ledgers where effects are written
     * @param classifier classifies what a step throws
     */
    public StepRunner(Tools tools, Ledgers ledgers, Classifier classifier) {
        this.ledgers = ledgers;
        this.classifier = classifier;
        this.cleanUp = new CleanUpStep(tools);
        this.repair = new RepairStep(tools.repairers());
        this.destroy = DestroySteps.leftoversOf(tools);
        this.secrets = new SecretWatch(tools);
        this.redactor = tools.redactor();
        add(RunKind.DEPLOY, DeploySteps.of(tools));
        add(RunKind.ROLLBACK, RollbackSteps.of(tools));
        add(RunKind.DESTROY, DestroySteps.of(tools));
    }

    private void add(RunKind kind, List<StepBinding<?, ?>> steps) {
        steps.forEach(s -> bindings.put(s.place().id(), s));
        flows.put(kind, new ScriptFlow(Scripts.of(kind, steps)));
    }

    /**
     * Returns the flow of a kind of run.
     *
     * @param kind the kind
     * @return the flow, version 1
     */
    public Flow<?> flow(RunKind kind) {
        return Optional.ofNullable(flows.get(kind)).orElseThrow();
    }

    /** Every message that is logged meanwhile names application, run and step, if the host's log shows such ids. */
    @Override
    public Effect<byte[]> run(StepCall call) {
        MDC.put(APPLICATION, call.run().application().toString());
        MDC.put(RUN, call.run().value());
        MDC.put(STEP, call.step());
        try {
            return answered(call);
        } finally {
            MDC.remove(APPLICATION);
            MDC.remove(RUN);
            MDC.remove(STEP);
        }
    }

    private Effect<byte[]> answered(StepCall call) {
        RunLedger ledger = ledgers.of(call.run());
        RunMemory memory = memories.computeIfAbsent(call.run(), run -> new RunMemory());
        try {
            Effect<byte[]> answer = answer(call, ledger, memory);
            if (answer.kind() == Effect.Kind.PENDING && !answer.checkAfter().isZero()) {
                memory.rest();
            }
            return masked(answer);
        } catch (QuantumLayerException e) {
            return masked(Effect.failed(e.failure()));
        } catch (RuntimeException e) {
            return Effect.failed(classifier.classify(e, thrown -> Optional.empty()));
        } finally {
            ledger.flush();
        }
    }

    /**
     * Remembers what a run is asked to do, so that its steps need not read it back from the journal.
     *
     * @param run a run that is about to start here
     * @param request its request
     */
    public void begin(RunId run, Object request) {
        memories.put(run, new RunMemory(request));
    }

    /**
     * Forgets a run that does not go on here any more.
     *
     * @param run the run
     */
    public void forget(RunId run) {
        memories.remove(run);
        secrets.forget(run);
        ledgers.close(run);
    }

    private Effect<byte[]> masked(Effect<byte[]> answer) {
        return answer.fold(
                this::masked,
                Effect::pending,
                failure -> Effect.failed(failure.withMessage(redactor.apply(failure.message()))));
    }

    private Effect<byte[]> masked(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8);
        String masked = redactor.apply(text);
        return Effect.done(masked.equals(text) ? output : masked.getBytes(StandardCharsets.UTF_8));
    }

    private Effect<byte[]> answer(StepCall call, RunLedger ledger, RunMemory memory) {
        StepData data = StepData.read(call.input(), memory);
        secrets.learn(call.context(), data.secrets());
        StepScope scope = new StepScope(call.step(), call.attempt(), data.placement(), call.context(), ledger);
        if (call.step().equals(Script.CLEAN_UP)) {
            return data.isDestroy() ? Effect.done(Json.write(destroy.leftovers(scope))) : cleanUp.run(scope);
        }
        if (call.step().equals(Script.REPAIR)) {
            return repair.run(scope, data);
        }
        StepBinding<?, ?> binding = bindings.get(call.step());
        if (binding == null) {
            return Effect.failed(
                    Failure.of(ErrorType.CONFIGURATION, "step.unknown", "this library knows no step " + call.step()));
        }
        return binding.run(scope, data);
    }
}
