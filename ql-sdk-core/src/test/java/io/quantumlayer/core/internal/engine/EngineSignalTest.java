package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EngineSignalTest {
    private static final RunId RUN = Bench.run(1);

    private final Bench bench = new Bench();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        bench.close();
    }

    private Effect<byte[]> blocking(StepCall call) {
        entered.countDown();
        try {
            release.await();
            return Effect.done(call.input());
        } catch (InterruptedException e) {
            boolean asked = call.context().cancellation().requested();
            return Effect.failed(Failure.of(ErrorType.UNKNOWN, asked ? "step.cancelled" : "step.interrupted", ""));
        }
    }

    @Test
    void deliversASignalToAWaitingRunAtOnceAndDropsItsTimer() throws Exception {
        bench.flow = LineFlow.of("a");
        bench.steps =
                call -> bench.called.size() < 2 ? Effect.pending(Duration.ofDays(1)) : Effect.done(Bench.bytes("x"));
        bench.start(RUN, "x");
        bench.time.awaitTimer(Duration.ofDays(1));

        bench.engine().signal(RUN, "hurry", Bench.bytes("[]"));

        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "PENDING a", "SIGNAL hurry", "DONE a");
        assertThat(Bench.text(bench.engine().history(RUN).get(2).data())).isEqualTo("[]");
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void deliversASignalThatComesDuringAStepAfterItAndBeforeTheNextOne() throws Exception {
        bench.flow = LineFlow.of("a", "b");
        bench.steps = this::blocking;
        bench.start(RUN, "x");
        entered.await();

        bench.engine().signal(RUN, "one", new byte[0]);
        bench.engine().signal(RUN, "two", new byte[0]);
        release.countDown();

        assertThat(bench.await(RUN)).isEqualTo("x");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a", "SIGNAL one", "SIGNAL two", "DONE b");
        assertThat(bench.called).containsExactly("a", "b");
    }

    @Test
    void interruptsTheRunningStepOfACancelledRunAndDeliversTheSignalAfterIt() throws Exception {
        bench.steps = call -> call.step().equals("clean") ? Effect.done(call.input()) : blocking(call);
        bench.flow = new CleaningFlow();
        bench.start(RUN, "x");
        entered.await();

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);

        assertThat(bench.await(RUN)).isEqualTo("step.cancelled, then clean");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "FAILED a", "SIGNAL cancel", "DONE clean");
    }

    @Test
    void cancelsAWaitingRun() throws Exception {
        bench.flow = LineFlow.of(LineFlow.GATE, "b");
        bench.start(RUN, "x");

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);

        assertThat(bench.await(RUN)).isEqualTo("cancelled");
        assertThat(bench.called).isEmpty();
    }

    @RepeatedTest(50)
    void cancelsAtAnyPointWithoutLosingTheSignal() throws Exception {
        try (AsyncJournal journal = new AsyncJournal(new MemoryJournal());
                Bench own = new Bench(new ManualTime(), journal)) {
            own.flow = LineFlow.of("a", "b", "c", "d", LineFlow.GATE);
            own.steps = call -> Effect.done(call.input());
            own.start(RUN, "x");

            own.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);

            assertThat(own.await(RUN)).isEqualTo("cancelled");
            assertThat(own.history(RUN)).endsWith("SIGNAL cancel").doesNotHaveDuplicates();
        }
    }

    @Test
    void reachesAStepEvenWhenAllWorkersAreBusyWithSteps() throws Exception {
        bench.engine(1);
        bench.flow = LineFlow.of("a");
        bench.steps = this::blocking;
        bench.start(RUN, "x");
        entered.await();

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);

        assertThat(bench.await(RUN)).isEqualTo("step.cancelled");
    }

    @Test
    void ignoresASignalForARunThatHasEnded() throws Exception {
        bench.start(RUN, "x");
        bench.await(RUN);

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);
        bench.engine().signal(Bench.run(2), ExecutionEngine.CANCEL, new byte[0]);

        assertThat(bench.history(RUN)).hasSize(4);
    }

    @Test
    void doesNotPretendToSignalARunThatGoesOnElsewhere() {
        try (Bench other = new Bench(bench.time, bench.journal)) {
            bench.flow = LineFlow.of(LineFlow.GATE);
            bench.start(RUN, "x");

            assertThatThrownBy(() -> other.engine().signal(RUN, "go", new byte[0]))
                    .isInstanceOfSatisfying(
                            QuantumLayerException.class,
                            e -> assertThat(e.failure().code()).isEqualTo("engine.run-elsewhere"));
        }
    }

    @Test
    void runsTheCleaningStepUnderATokenThatIsNotCancelled() throws Exception {
        CompletableFuture<Boolean> requested = new CompletableFuture<>();
        bench.flow = new CleaningFlow();
        bench.steps = call -> {
            if (call.step().equals("clean")) {
                requested.complete(call.context().cancellation().requested()
                        || Thread.currentThread().isInterrupted());
                return Effect.done(call.input());
            }
            return blocking(call);
        };
        bench.start(RUN, "x");
        entered.await();

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);

        assertThat(requested.get(10, TimeUnit.SECONDS)).isFalse();
    }
}
