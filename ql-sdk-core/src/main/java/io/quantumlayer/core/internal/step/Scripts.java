package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.fallback.Ladder;
import io.quantumlayer.core.internal.flow.FlowState;
import io.quantumlayer.core.internal.flow.FlowStep;
import io.quantumlayer.core.internal.flow.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scripts of the three kinds of run: what tells a deployment, a rollback and a removal apart. Pure. */
final class Scripts {
    private static final Duration ROLLBACK_LIMIT = Duration.ofMinutes(2);
    private static final Duration DESTROY_LIMIT = Duration.ofMinutes(5);

    private Scripts() {}

    static Script of(RunKind kind, List<StepBinding<?, ?>> bindings) {
        List<FlowStep> steps = bindings.stream().map(StepBinding::place).toList();
        return switch (kind) {
            case DEPLOY -> new Deploy(steps);
            case ROLLBACK -> new Rollback(steps);
            case DESTROY -> new Destroy(steps);
        };
    }

    /** A deployment. */
    private record Deploy(List<FlowStep> steps) implements Script {
        @Override
        public int restart() {
            return StepName.PLAN_RESOURCES.number() - 1;
        }

        @Override
        public Duration limit(byte[] input) {
            return DeployRequest.deadline(input);
        }

        @Override
        public Optional<Duration> approval(byte[] input) {
            return DeployRequest.approval(input);
        }

        @Override
        public byte[] approved(FlowState state, FlowEvent event) {
            return Approval.output(event, state.outputs());
        }

        @Override
        public int placements(Map<String, byte[]> outputs, Failure failure) {
            return (int) decision(outputs).stream()
                    .flatMap(decision -> Ladder.of(decision).stream())
                    .takeWhile(rung -> rung.level().follows(failure.type()))
                    .count();
        }

        @Override
        public String placement(Map<String, byte[]> outputs, int number) {
            return decision(outputs)
                    .map(decision -> Ladder.place(decision, number))
                    .orElse("nowhere");
        }

        private static Optional<PlacementDecision> decision(Map<String, byte[]> outputs) {
            return Optional.ofNullable(outputs.get(StepName.SELECT_STRATEGY.id()))
                    .map(ended -> Ended.of(ended).value(PlacementDecision.class));
        }

        @Override
        public Optional<Failure> judge(byte[] input, Map<String, byte[]> outputs) {
            return Verdict.deployed(input, outputs);
        }

        @Override
        public byte[] end(FlowState state) {
            return Scripts.end(state, reached(state), StepName.GO_LIVE.id());
        }

        private static Outcome reached(FlowState state) {
            byte[] placed = state.outputs().get(StepName.DEPLOY.id());
            if (placed == null) {
                return Outcome.LIVE;
            }
            return switch (Placed.kind(placed)) {
                case MADE -> Outcome.LIVE;
                case UNCHANGED -> Outcome.UNCHANGED;
                case ADOPTED -> Outcome.ADOPTED;
            };
        }
    }

    /** A rollback. */
    private record Rollback(List<FlowStep> steps) implements Script {
        @Override
        public int restart() {
            return 0;
        }

        @Override
        public Duration limit(byte[] input) {
            return ROLLBACK_LIMIT;
        }

        @Override
        public int placements(Map<String, byte[]> outputs, Failure failure) {
            return 0;
        }

        @Override
        public String placement(Map<String, byte[]> outputs, int number) {
            return "where it is";
        }

        @Override
        public Optional<Failure> judge(byte[] input, Map<String, byte[]> outputs) {
            return Verdict.switched(outputs, RollbackSteps.RESTORE, RollbackSteps.SWITCH);
        }

        @Override
        public byte[] end(FlowState state) {
            return Scripts.end(state, Outcome.ROLLED_BACK, RollbackSteps.SWITCH);
        }
    }

    /** A removal. */
    private record Destroy(List<FlowStep> steps) implements Script {
        @Override
        public int restart() {
            return 0;
        }

        @Override
        public Duration limit(byte[] input) {
            return DESTROY_LIMIT;
        }

        @Override
        public int placements(Map<String, byte[]> outputs, Failure failure) {
            return 0;
        }

        @Override
        public String placement(Map<String, byte[]> outputs, int number) {
            return "where it is";
        }

        @Override
        public Optional<Failure> judge(byte[] input, Map<String, byte[]> outputs) {
            return outputs.containsKey(DestroySteps.REMOVE)
                    ? Optional.empty()
                    : Optional.of(Failure.of(ErrorType.UNKNOWN, "destroy.unproved", "absence was not observed"));
        }

        @Override
        public byte[] end(FlowState state) {
            return Scripts.end(state, Outcome.DESTROYED, "");
        }
    }

    private static byte[] end(FlowState state, Outcome success, String liveStep) {
        List<Object> reports = new ArrayList<>();
        state.outputs().forEach((step, output) -> {
            if (!step.equals(Script.CLEAN_UP)) {
                reports.add(Ended.of(output).encodedReport());
            }
        });
        state.notes()
                .forEach(n -> reports.add(
                        new StepReport("note", io.quantumlayer.api.run.StepStatus.NOT_PROVED, n, List.of())));
        boolean reached = state.failure().isEmpty() && !state.cancelled();
        List<String> left = reached ? List.of() : leftovers(state);
        Outcome outcome = reached ? success : lost(state, left);
        String url = reached && state.outputs().containsKey(liveStep)
                ? Ended.of(state.outputs().get(liveStep))
                        .value(Live.class)
                        .address()
                        .toString()
                : "";
        return Json.write(new End(outcome, state.failure().orElse(null), reports, left, url));
    }

    /**
     * A {@link RunEnd} as it is written.
     *
     * @param outcome the outcome
     * @param failure why it failed, or null
     * @param steps the reports, most of them encoded already
     * @param leftovers what could not be shown to be gone
     * @param url the public address, or the empty text
     */
    private record End(
            Outcome outcome, @Nullable Failure failure, List<Object> steps, List<String> leftovers, String url) {}

    private static Outcome lost(FlowState state, List<String> left) {
        if (!left.isEmpty()) {
            return Outcome.FAILED_LEFTOVERS;
        }
        return state.cancelled() ? Outcome.CANCELLED : Outcome.FAILED;
    }

    private static List<String> leftovers(FlowState state) {
        byte[] report = state.outputs().get(Script.CLEAN_UP);
        return report == null
                ? List.of("unknown: the clean-up did not end; the run's ledger names its effects")
                : Arrays.asList(Json.read(report, String[].class));
    }
}
