package io.quantumlayer.core.internal.flow;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.Flow;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.core.internal.flow.FlowState.Mode;
import io.quantumlayer.core.internal.recover.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one flow of every run. It walks through a script: step by step, with retries, repairs and waits; after the last
 * retry it cleans up and either tries the next placement or ends. Nothing else in the library decides an order.
 */
public final class ScriptFlow implements Flow<FlowState> {
    private static final Duration CLEAN_UP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration REPAIR_TIMEOUT = Duration.ofSeconds(30);

    private final Script script;

    /**
     * Creates a flow.
     *
     * @param script what makes this kind of run different
     */
    public ScriptFlow(Script script) {
        this.script = script;
    }

    @Override
    public FlowState initial() {
        return FlowState.initial();
    }

    @Override
    public Transition<FlowState> next(FlowState state, FlowEvent event) {
        return switch (event.kind()) {
            case STARTED ->
                run(state.change()
                        .begin(event.data(), event.at().plus(script.limit(event.data())))
                        .done());
            case DONE -> done(state, event);
            case PENDING -> pending(state, event);
            case FAILED -> failed(state, event);
            case TIMER ->
                state.mode() == Mode.APPROVAL
                        ? unapproved(state)
                        : run(state.change().wakeAt(null).done());
            case SIGNAL -> signal(state, event);
        };
    }

    private Transition<FlowState> done(FlowState state, FlowEvent event) {
        return switch (state.mode()) {
            case REPAIRING -> repaired(state, event);
            case CLEANING ->
                cleaned(state.change().output(Script.CLEAN_UP, event.data()).done());
            case NEW, FORWARD, APPROVAL, ENDED ->
                forward(
                        state.change()
                                .failure(null)
                                .output(event.step(), event.data())
                                .done(),
                        event.at());
        };
    }

    private Transition<FlowState> forward(FlowState state, Instant now) {
        int next = state.index() + 1;
        boolean last = next == script.steps().size();
        if (current(state).phase() != FlowStep.Phase.AFTER && (last || phase(next) == FlowStep.Phase.AFTER)) {
            Optional<Failure> missing = script.judge(state.input(), state.outputs());
            if (missing.isPresent()) {
                return cleanUp(state.change().failure(missing.get()).done());
            }
        }
        if (last) {
            return end(state);
        }
        Optional<Duration> approval =
                state.index() == script.restart() ? script.approval(state.input()) : Optional.empty();
        if (approval.isPresent()) {
            return waiting(state.change().mode(Mode.APPROVAL).done(), now.plus(approval.get()));
        }
        return onwards(state, now);
    }

    private Transition<FlowState> onwards(FlowState state, Instant now) {
        FlowState moved = state.change().step(state.index() + 1).done();
        return overdue(moved, now) ? cleanUp(moved.change().failure(late(null)).done()) : run(moved);
    }

    private Transition<FlowState> pending(FlowState state, FlowEvent event) {
        if (state.mode() == Mode.FORWARD && overdue(state, event.at())) {
            return cleanUp(state.change().failure(late(null)).done());
        }
        Duration delay = event.checkAfter();
        return delay.isZero() ? run(state) : waiting(state, event.at().plus(delay));
    }

    private Transition<FlowState> failed(FlowState state, FlowEvent event) {
        Failure failure = event.failure().orElseThrow();
        if (state.mode() == Mode.REPAIRING) {
            return giveUp(state);
        }
        FlowState known = state.mode() == Mode.CLEANING
                ? state
                : extendOnce(state.change().failure(failure).done(), failure);
        int retry = known.retriesUsed(failure.type()) + 1;
        RetryPolicy policy = RetryPolicy.of(failure.type());
        Optional<Duration> delay =
                known.retriesLeft() > 0 ? policy.delay(failure, retry, key(known, event.step())) : Optional.empty();
        if (delay.isEmpty()) {
            return giveUp(known);
        }
        Instant wake = event.at().plus(delay.get());
        FlowState counted = known.change().retry(failure.type()).wakeAt(wake).done();
        if (known.mode() == Mode.FORWARD && overdue(known, wake)) {
            return cleanUp(known.change().failure(late(failure)).done());
        }
        if (policy.repairFirst() && known.mode() == Mode.FORWARD) {
            return run(counted.change().mode(Mode.REPAIRING).done());
        }
        return waiting(counted, wake);
    }

    private Transition<FlowState> repaired(FlowState state, FlowEvent event) {
        boolean mended = event.data().length > 2;
        if (!mended) {
            return giveUp(state);
        }
        FlowState back = state.change().mode(Mode.FORWARD).done();
        return back.wakeAt().filter(w -> w.isAfter(event.at())).isPresent()
                ? waiting(back, back.wakeAt().get())
                : run(back.change().wakeAt(null).done());
    }

    private Transition<FlowState> giveUp(FlowState state) {
        if (state.mode() == Mode.CLEANING) {
            return end(state.change().note(Script.CLEAN_UP + " gave up").done());
        }
        if (current(state).phase() == FlowStep.Phase.AFTER) {
            String why = state.failure().map(Failure::toString).orElse("");
            FlowState noted = state.change()
                    .failure(null)
                    .note(current(state).id() + ": " + why)
                    .done();
            int next = noted.index() + 1;
            FlowState forward = noted.change().mode(Mode.FORWARD).done();
            return next == script.steps().size()
                    ? end(forward)
                    : run(forward.change().step(next).done());
        }
        return cleanUp(state);
    }

    private Transition<FlowState> cleanUp(FlowState state) {
        return run(state.change().mode(Mode.CLEANING).step(state.index()).done());
    }

    private Transition<FlowState> cleaned(FlowState state) {
        boolean another = !state.cancelled()
                && current(state).phase() == FlowStep.Phase.PLACE
                && state.failure()
                        .filter(f -> RetryPolicy.of(f.type()).fallsBack())
                        .filter(f -> state.placement() < script.placements(state.outputs(), f))
                        .isPresent();
        if (!another || leftovers(state)) {
            return end(state);
        }
        List<String> again = Stream.concat(
                        script.steps().stream().skip(script.restart()).map(FlowStep::id), Stream.of(Script.APPROVE))
                .toList();
        return run(state.change()
                .note("fell back from " + script.placement(state.outputs(), state.placement()) + " to "
                        + script.placement(state.outputs(), state.placement() + 1) + ": "
                        + state.failure().map(Failure::toString).orElse(""))
                .forget(again)
                .nextPlacement(script.restart())
                .done());
    }

    private static boolean leftovers(FlowState state) {
        byte[] report = state.outputs().get(Script.CLEAN_UP);
        return report == null || report.length > 2;
    }

    /** The time that somebody took to approve is not the run's own. */
    private Transition<FlowState> approved(FlowState state, FlowEvent event) {
        Duration left = Duration.between(event.at(), state.wakeAt().orElseThrow());
        Duration taken = script.approval(state.input()).orElseThrow().minus(left);
        FlowState known = state.change()
                .mode(Mode.FORWARD)
                .wakeAt(null)
                .output(Script.APPROVE, script.approved(state, event))
                .postpone(state.deadline().plus(taken))
                .done();
        return onwards(known, event.at());
    }

    private Transition<FlowState> unapproved(FlowState state) {
        Failure failure = Failure.of(
                        ErrorType.AUTHORIZATION,
                        "approval.expired",
                        "nobody approved the placement within "
                                + script.approval(state.input()).orElseThrow()
                                + "; deploy the plan again and approve it, or give its approval more time")
                .notRetryable();
        return cleanUp(state.change().wakeAt(null).failure(failure).done());
    }

    private Transition<FlowState> signal(FlowState state, FlowEvent event) {
        if (state.mode() == Mode.APPROVAL && event.step().equals(Script.APPROVE)) {
            return approved(state, event);
        }
        boolean cancels = event.step().equals(ExecutionEngine.CANCEL)
                && (state.mode() == Mode.FORWARD || state.mode() == Mode.APPROVAL || state.mode() == Mode.REPAIRING)
                && current(state).phase() != FlowStep.Phase.AFTER;
        if (cancels) {
            return cleanUp(state.change().cancelled().done());
        }
        return state.wakeAt().isPresent() ? waiting(state, state.wakeAt().get()) : run(state);
    }

    private Transition<FlowState> run(FlowState state) {
        if (state.mode() == Mode.ENDED) {
            return end(state);
        }
        FlowStep step = current(state);
        FlowCommand command = switch (state.mode()) {
            case CLEANING ->
                FlowCommand.run(Script.CLEAN_UP, state.attempt(), StepInput.whole(state, step), CLEAN_UP_TIMEOUT);
            case REPAIRING ->
                FlowCommand.run(Script.REPAIR, state.attempt(), StepInput.whole(state, step), REPAIR_TIMEOUT);
            case NEW, FORWARD, APPROVAL, ENDED ->
                FlowCommand.run(step.id(), state.attempt(), StepInput.of(state, step), step.timeout());
        };
        return new Transition<>(state, command);
    }

    private static Transition<FlowState> waiting(FlowState state, Instant until) {
        return new Transition<>(state.change().wakeAt(until).done(), FlowCommand.waitUntil(until));
    }

    private Transition<FlowState> end(FlowState state) {
        FlowState ended = state.change().mode(Mode.ENDED).wakeAt(null).done();
        return new Transition<>(ended, FlowCommand.end(script.end(ended)));
    }

    private FlowState extendOnce(FlowState state, Failure failure) {
        if (failure.type() != ErrorType.TIMEOUT || state.extended()) {
            return state;
        }
        return state.change()
                .extend(state.deadline().plus(script.limit(state.input())))
                .done();
    }

    private boolean overdue(FlowState state, Instant now) {
        return current(state).phase() != FlowStep.Phase.AFTER && now.isAfter(state.deadline());
    }

    private static Failure late(@Nullable Failure cause) {
        String because = cause == null ? "" : "; the last failure was " + cause;
        return Failure.of(
                        cause == null ? ErrorType.TIMEOUT : cause.type(),
                        "run.deadline",
                        "the run did not reach its goal before its deadline; give the plan a longer deadline" + because)
                .notRetryable();
    }

    private FlowStep current(FlowState state) {
        return script.steps().get(state.index());
    }

    private FlowStep.Phase phase(int index) {
        return script.steps().get(index).phase();
    }

    private static String key(FlowState state, String step) {
        return Digest.of(state.input()).hex() + '/' + step + '/' + state.placement();
    }
}
