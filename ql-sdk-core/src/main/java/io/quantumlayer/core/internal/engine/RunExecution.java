package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.EngineSetup;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.FlowCommand;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.time.TimeSource;
import io.quantumlayer.core.internal.engine.Mailbox.Message;
import io.quantumlayer.core.internal.engine.Mailbox.Work;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run as it goes on here. All that happens to it comes through its mailbox, so no field needs a lock; only the
 * current attempt is seen from outside, to be interrupted at once. Whatever goes wrong in the engine itself, in the
 * flow or in the journal stops the run without another write: it stays unfinished and can be resumed.
 */
final class RunExecution {
    private enum Phase {
        COMMITTING,
        RUNNING,
        WAITING,
        OVER
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final RunId id;
    private final EngineSetup setup;
    private final WorkerPool workers;
    private final FlowEventCodec codec;
    private final RunFold<?> fold;
    private final Consumer<RunExecution> onEnd;
    private final Mailbox mailbox;
    private final RunCompletion completion = new RunCompletion();
    private final Queue<Function<Instant, FlowEvent>> signals = new ArrayDeque<>(2);
    private Phase phase = Phase.COMMITTING;
    private @Nullable FlowCommand command;
    private TimeSource.@Nullable Timer timer;
    private volatile @Nullable StepAttempt attempt;
    private volatile boolean suspending;
    private boolean observerFailed;

    RunExecution(
            RunId id,
            EngineSetup setup,
            WorkerPool workers,
            FlowEventCodec codec,
            RunFold<?> fold,
            Consumer<RunExecution> onEnd) {
        this.id = id;
        this.setup = setup;
        this.workers = workers;
        this.codec = codec;
        this.fold = fold;
        this.onEnd = onEnd;
        this.mailbox = new Mailbox(workers);
    }

    RunId id() {
        return id;
    }

    CompletionStage<byte[]> completion() {
        return completion.stage();
    }

    boolean over() {
        return completion.settled();
    }

    /** Goes on from the first event, which is durable. */
    void begin(FlowEvent started) {
        post(() -> committed(started, fold.next(started)));
    }

    /** Goes on from where the history ends. */
    void resume(List<FlowEvent> history) {
        post(() -> proceed(fold.replay(history)));
    }

    void signal(String name, byte[] payload) {
        Message message = () -> signalled(name, payload);
        if (name.equals(ExecutionEngine.CANCEL)) {
            postAndStop(message);
        } else {
            post(message);
        }
    }

    /** Ends the run here at its next checkpoint; what was asked of it before is written still. */
    void suspend() {
        suspending = true;
        postAndStop(() -> phase == Phase.WAITING ? proceed(current()) : stop(attempt));
    }

    /** Ends the run here at once. */
    void drop(Throwable cause) {
        postAndStop(() -> die(cause));
    }

    /**
     * Also interrupts the step that runs now, but not one that follows from the message. The message goes first, so
     * that the run knows why the step comes back; the mailbox does not, because workers busy elsewhere must not delay
     * it.
     */
    private void postAndStop(Message message) {
        StepAttempt running = attempt;
        post(message);
        stop(running);
    }

    private static @Nullable Work stop(@Nullable StepAttempt running) {
        if (running != null) {
            running.cancel();
        }
        return null;
    }

    private void post(Message message) {
        mailbox.post(guarded(message));
    }

    private Message guarded(Message message) {
        return () -> {
            try {
                return phase == Phase.OVER ? null : message.handle();
            } catch (Throwable t) { // An Error too stops this run, and nothing but this run.
                return die(t);
            }
        };
    }

    private @Nullable Work committed(FlowEvent event, FlowCommand next) {
        tell(event, next);
        return next.kind() == FlowCommand.Kind.END && event.kind() != FlowEvent.Kind.STARTED
                ? end(next)
                : proceed(next);
    }

    /** The event is durable: whatever an observer throws can change nothing of the run any more. */
    private void tell(FlowEvent event, FlowCommand next) {
        try {
            setup.observer().onEvent(id, event, next);
        } catch (Throwable t) {
            if (!observerFailed) {
                observerFailed = true;
                LOG.warn("An observer failed at {} of run {}; the run goes on", event.kind(), id, t);
            }
        }
    }

    /** Signals go before the command: it has not begun, and the flow answers them with what to do instead. */
    private @Nullable Work proceed(FlowCommand next) {
        command = next;
        if (next.kind() == FlowCommand.Kind.END) {
            return append(RunHistory.end(fold.time(now())), true, () -> end(next));
        }
        Function<Instant, FlowEvent> signal = signals.poll();
        if (signal != null) {
            return append(signal.apply(fold.time(now())));
        }
        if (suspending) {
            return over(() -> completion.fail(
                    new CancellationException("The engine was closed before run " + id + " ended; resume it")));
        }
        return next.kind() == FlowCommand.Kind.RUN ? run(next) : await(next);
    }

    private @Nullable Work append(FlowEvent event) {
        stopTimer();
        FlowCommand next = fold.next(event);
        // Asked before the write, so that the last event and the end of the run are one write; acted on only after it.
        boolean ends = next.kind() == FlowCommand.Kind.END;
        return append(codec.encode(event), ends, () -> committed(event, next));
    }

    private @Nullable Work append(JournalRecord record, boolean ends, Message then) {
        phase = Phase.COMMITTING;
        setup.journal()
                .append(setup.owner(), id, List.of(record), ends)
                .whenComplete((done, error) -> post(error == null ? then : () -> die(RunCompletion.cause(error))));
        return null;
    }

    private Work run(FlowCommand next) {
        phase = Phase.RUNNING;
        StepAttempt begun = new StepAttempt(workers);
        StepInvocation call = StepInvocation.of(setup, id, next, begun);
        attempt = begun;
        timer = StepWatch.over(begun, setup.time(), call.deadline(), () -> post(() -> answered(begun, null)));
        return () -> {
            try {
                Effect<byte[]> answer = call.answer();
                return guarded(() -> answered(begun, answer));
            } catch (Error e) { // Never an answer: the run stops here, as if the process had died.
                return guarded(() -> die(e));
            }
        };
    }

    private @Nullable Work answered(StepAttempt from, @Nullable Effect<byte[]> answer) {
        if (from != attempt) {
            return null;
        }
        attempt = null;
        stopTimer();
        String step = current().step();
        if (from.expired()) {
            return append(FlowEvent.failed(fold.time(now()), step, StepInvocation.late(current())));
        }
        if (answer == null || (suspending && answer.kind() == Effect.Kind.FAILED)) {
            return proceed(current()); // Never called, or failed because it was interrupted: it runs again.
        }
        Instant at = fold.time(now());
        return append(answer.fold(
                output -> FlowEvent.done(at, step, output),
                delay -> FlowEvent.pending(at, step, delay),
                failure -> FlowEvent.failed(at, step, failure)));
    }

    private @Nullable Work await(FlowCommand next) {
        phase = Phase.WAITING;
        next.until().ifPresent(until -> timer = setup.time().at(until, () -> post(() -> woken(next, until))));
        return null;
    }

    private @Nullable Work woken(FlowCommand wait, Instant until) {
        boolean waits = phase == Phase.WAITING && command == wait;
        return waits ? append(FlowEvent.timer(fold.timeFrom(until, now()))) : null;
    }

    private @Nullable Work signalled(String name, byte[] payload) {
        signals.add(at -> FlowEvent.signal(at, name, payload));
        if (phase == Phase.RUNNING && name.equals(ExecutionEngine.CANCEL)) {
            stop(attempt);
        }
        return phase == Phase.WAITING ? proceed(current()) : null;
    }

    private @Nullable Work end(FlowCommand last) {
        return over(() -> {
            onEnd.accept(this);
            completion.complete(last.data());
        });
    }

    private @Nullable Work die(Throwable cause) {
        // The message of anything but our own exceptions may hold a secret.
        String why = cause instanceof QuantumLayerException known
                ? known.getMessage()
                : cause.getClass().getName();
        LOG.warn("Run {} stops here unfinished: {}", id, why);
        return over(() -> completion.fail(cause));
    }

    private @Nullable Work over(Runnable how) {
        phase = Phase.OVER;
        stopTimer();
        stop(attempt);
        attempt = null;
        signals.clear();
        how.run();
        return null;
    }

    /** Stops the deadline of a step, or the alarm of a wait. */
    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private FlowCommand current() {
        return Objects.requireNonNull(command, "command");
    }

    private Instant now() {
        return setup.time().clock().instant();
    }
}
