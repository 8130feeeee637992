package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.FlowEvent;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessEngineTest {
    private static final RunId RUN = Bench.run(1);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void feedsTheFlowOneEventAtATimeAndHandsDataOnFromStepToStep() throws Exception {
        bench.steps = call -> Effect.done(Bench.bytes(Bench.text(call.input()) + call.step()));

        bench.start(RUN, "in:");

        assertThat(bench.await(RUN)).isEqualTo("in:abc");
        assertThat(bench.called).containsExactly("a", "b", "c");
        assertThat(bench.seen)
                .containsExactly("STARTED -> RUN a", "DONE a -> RUN b", "DONE b -> RUN c", "DONE c -> END");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a", "DONE b", "DONE c");
    }

    @Test
    void makesEachEventDurableBeforeItTellsTheObserverAndBeforeTheNextStepBegins() throws Exception {
        List<String> violations = new CopyOnWriteArrayList<>();
        bench.observer = (run, event, command) -> check(violations, "observer of " + Bench.name(event), event);
        bench.steps = call -> {
            FlowEvent last = lastStored();
            boolean follows = bench.called.size() == bench.history(RUN).size();
            if (!follows) {
                violations.add(call.step() + " began after " + Bench.name(last));
            }
            return Effect.done(call.input());
        };

        bench.start(RUN, "x");
        bench.await(RUN);

        assertThat(violations).isEmpty();
        assertThat(bench.seen).hasSize(4);
    }

    @Test
    void goesOnWhateverItsObserverThrows() throws Exception {
        bench.observer = (run, event, command) -> {
            if (event.kind() == FlowEvent.Kind.STARTED) {
                throw new IllegalStateException("a bad observer");
            }
            throw new AssertionError("a worse one");
        };

        bench.start(RUN, "x");

        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.seen).hasSize(4).endsWith("DONE c -> END");
        assertThat(bench.journal.find(RUN)).get().matches(RunHeader::ended);
    }

    private void check(List<String> violations, String what, FlowEvent event) {
        FlowEvent last = lastStored();
        if (!Bench.name(last).equals(Bench.name(event))) {
            violations.add(what + " while the journal ends with " + Bench.name(last));
        }
    }

    private FlowEvent lastStored() {
        List<FlowEvent> events = bench.engine().history(RUN);
        return events.get(events.size() - 1);
    }

    @Test
    void hasTheFirstEventInTheJournalWhenStartReturns() {
        CompletableFuture<Effect<byte[]>> answer = new CompletableFuture<>();
        bench.steps = call -> answer.join();

        bench.start(RUN, "{\"a\":1}");

        List<StoredRecord> records = bench.journal.read(RUN);
        assertThat(Bench.text(records.get(0).record().json())).isEqualTo("{\"event\":\"STARTED\",\"data\":{\"a\":1}}");
        answer.complete(Effect.done(new byte[0]));
    }

    @Test
    void writesOneRecordAnEventAndEndsTheRunWithTheLastOne() throws Exception {
        bench.start(RUN, "x");
        bench.await(RUN);

        assertThat(bench.journal.read(RUN)).hasSize(4);
        assertThat(bench.journal.find(RUN).map(RunHeader::ended)).contains(true);
    }

    @Test
    void endsARunThatHasNothingToDo() throws Exception {
        bench.flow = LineFlow.of();

        bench.start(RUN, "x");

        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.history(RUN)).containsExactly("STARTED");
        assertThat(bench.journal.find(RUN).map(RunHeader::ended)).contains(true);
    }

    @Test
    void refusesASecondRunOfABusyApplication() {
        bench.flow = LineFlow.of(LineFlow.GATE);
        bench.start(RUN, "x");
        RunId second = new RunId(RUN.application(), "z".repeat(26));

        assertThatThrownBy(() -> bench.start(second, "x")).isInstanceOfSatisfying(QuantumLayerException.class, e -> {
            assertThat(e.failure().type()).isEqualTo(ErrorType.CONCURRENCY);
            assertThat(e.failure().code()).isEqualTo("application.busy");
        });
        assertThat(bench.engine().history(second)).isEmpty();
    }

    @Test
    void givesTheStepItsRunAttemptInputAndDeadline() throws Exception {
        List<StepCall> calls = new CopyOnWriteArrayList<>();
        bench.flow = LineFlow.of("a").within(Duration.ofSeconds(7));
        bench.steps = call -> {
            calls.add(call);
            return Effect.done(call.input());
        };

        bench.start(RUN, "in");
        bench.await(RUN);

        StepCall call = calls.get(0);
        assertThat(call.run()).isEqualTo(RUN);
        assertThat(call.attempt()).isEqualTo(1);
        assertThat(Bench.text(call.input())).isEqualTo("in");
        assertThat(call.context().idempotencyKey()).isEqualTo(RUN.value());
        assertThat(call.context().deadline()).isEqualTo(bench.time.now().plusSeconds(7));
        assertThat(call.context().cancellation().requested()).isFalse();
    }

    @Test
    void waitsForAPendingStepOnTheInjectedClockAndAsksAgain() throws Exception {
        bench.flow = LineFlow.of("a");
        bench.steps = call ->
                bench.called.size() < 3 ? Effect.pending(Duration.ofHours(1)) : Effect.done(Bench.bytes("late"));

        bench.start(RUN, "x");
        bench.time.awaitTimer(Duration.ofHours(1));
        bench.time.advance(Duration.ofHours(1));
        bench.time.awaitTimer(Duration.ofHours(1));
        bench.time.advance(Duration.ofMinutes(59));
        assertThat(bench.called).hasSize(2);
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.await(RUN)).isEqualTo("late");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "PENDING a", "TIMER", "PENDING a", "TIMER", "DONE a");
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void keepsTimesInWholeMillisecondsThatNeverRunBackwardsOrAheadOfATimer() throws Exception {
        bench.flow = LineFlow.of("a");
        bench.steps = call ->
                bench.called.size() < 2 ? Effect.pending(Duration.ofNanos(1_500_001)) : Effect.done(Bench.bytes("x"));

        bench.start(RUN, "x");
        bench.time.awaitTimer(Duration.ofNanos(1_500_001));
        bench.time.advance(Duration.ofMillis(5));
        bench.await(RUN);

        List<FlowEvent> events = bench.engine().history(RUN);
        assertThat(events).isSortedAccordingTo((x, y) -> x.at().compareTo(y.at()));
        assertThat(events).allMatch(e -> e.at().equals(e.at().truncatedTo(ChronoUnit.MILLIS)));
        assertThat(events.get(2).at()).isAfterOrEqualTo(events.get(1).at().plusNanos(1_500_001));
    }

    @Test
    void passesAFailureOnAsItIs() throws Exception {
        Failure failure = Failure.of(ErrorType.NETWORK, "peer.gone", "The peer is gone")
                .withRetryAfter(Duration.ofSeconds(3))
                .notRetryable();
        bench.steps = call -> Effect.failed(failure);

        bench.start(RUN, "x");

        assertThat(bench.await(RUN)).isEqualTo("peer.gone");
        assertThat(bench.engine().history(RUN).get(1).failure()).contains(failure);
    }

    @Test
    void takesAnExceptionOfAStepForADefectAndKeepsItsMessageOut() throws Exception {
        bench.steps = call -> {
            throw new IllegalStateException("canary");
        };

        bench.start(RUN, "x");

        assertThat(bench.await(RUN)).isEqualTo("engine.step-threw");
        Failure failure = bench.engine().history(RUN).get(1).failure().orElseThrow();
        assertThat(failure.type()).isEqualTo(ErrorType.UNKNOWN);
        assertThat(failure.message())
                .contains("java.lang.IllegalStateException", getClass().getName())
                .doesNotContain("canary");
    }

    @Test
    void takesNoAnswerOfAStepForADefect() throws Exception {
        bench.steps = call -> null;

        bench.start(RUN, "x");

        assertThat(bench.await(RUN)).isEqualTo("engine.step-threw");
    }

    @Test
    void knowsTheResultOfARunThatEndedInAnotherEngine() throws Exception {
        bench.start(RUN, "result");
        bench.await(RUN);

        try (Bench other = new Bench(bench.time, bench.journal)) {
            assertThat(other.await(RUN)).isEqualTo("result");
            assertThat(other.called).isEmpty();
        }
    }

    @Test
    void tellsThatARunIsUnknown() {
        assertThat(bench.engine().history(RUN)).isEmpty();
        assertThatThrownBy(() -> bench.await(RUN))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("engine.run-unknown"));
    }

    @Test
    void cannotBeCompletedFromOutside() throws Exception {
        bench.flow = LineFlow.of(LineFlow.GATE);
        bench.start(RUN, "x");

        bench.engine().completion(RUN).toCompletableFuture().complete(Bench.bytes("forged"));
        bench.engine().signal(RUN, "go", Bench.bytes("true"));

        assertThat(bench.await(RUN)).isEqualTo("true");
    }

    @Test
    void goesOnWhenTheJournalCommitsOnItsOwnThread() throws Exception {
        try (AsyncJournal journal = new AsyncJournal(new MemoryJournal());
                Bench own = new Bench(bench.time, journal)) {
            own.observer = (run, event, command) ->
                    assertThat(Thread.currentThread().getName()).startsWith("ql-worker-");
            for (int i = 1; i <= 50; i++) {
                own.start(Bench.run(i), "x" + i);
            }
            for (int i = 1; i <= 50; i++) {
                assertThat(own.await(Bench.run(i))).isEqualTo("x" + i);
            }
            assertThat(own.called).hasSize(150);
        }
    }
}
