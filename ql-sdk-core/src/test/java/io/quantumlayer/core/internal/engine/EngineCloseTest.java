package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.ExecutionEngine;
import io.quantumlayer.api.spi.engine.StepCall;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineCloseTest {
    private static final RunId RUN = Bench.run(1);

    private final MemoryJournal journal = new MemoryJournal();
    private final Bench bench = new Bench(new ManualTime(), journal);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private Effect<byte[]> blocking(StepCall call) {
        threads.add(Thread.currentThread());
        entered.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            return Effect.failed(Failure.of(ErrorType.UNKNOWN, "step.interrupted", ""));
        }
        throw new IllegalStateException("nobody counts down");
    }

    private void assertSuspended(RunId run) {
        assertThatThrownBy(() -> bench.await(run)).isInstanceOf(CancellationException.class);
        assertThat(journal.find(run).map(RunHeader::ended)).contains(false);
    }

    @Test
    void interruptsARunningStepDropsItsFailureAndLeavesNoThread() throws Exception {
        bench.flow = LineFlow.of("a");
        bench.steps = this::blocking;
        bench.start(RUN, "x");
        entered.await();

        bench.close();

        assertSuspended(RUN);
        assertThat(bench.history(RUN)).containsExactly("STARTED");
        assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void leavesNoThreadAfterManyRuns() throws Exception {
        bench.steps = call -> {
            threads.add(Thread.currentThread());
            return Effect.done(call.input());
        };
        for (int i = 1; i <= 200; i++) {
            bench.start(Bench.run(i), "x");
        }

        bench.close();

        assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void suspendsWaitingRunsAndDropsTheirTimers() throws Exception {
        bench.flow = LineFlow.of(LineFlow.GATE);
        for (int i = 1; i <= 100; i++) {
            bench.start(Bench.run(i), "x");
        }

        bench.close();
        bench.close();

        for (int i = 1; i <= 100; i++) {
            assertSuspended(Bench.run(i));
        }
    }

    @Test
    void storesWhatAStepHasDoneAndGoesOnBehindIt() throws Exception {
        bench.steps = call -> {
            Effect<byte[]> interrupted = blocking(call);
            assertThat(interrupted.kind()).isEqualTo(Effect.Kind.FAILED);
            return Effect.done(Bench.bytes("done all the same"));
        };
        bench.start(RUN, "x");
        entered.await();

        bench.close();

        assertSuspended(RUN);
        assertThat(bench.history(RUN)).containsExactly("STARTED", "DONE a");
        try (Bench later = new Bench(bench.time, journal)) {
            journal.release(bench.owner());
            assertThat(later.claim()).containsExactly(RUN);
            later.engine().resume(RUN);
            assertThat(later.await(RUN)).isEqualTo("done all the same");
            assertThat(later.called).containsExactly("b", "c");
        }
    }

    @Test
    void storesASignalThatStillWaitsForItsStep() throws Exception {
        bench.flow = new CleaningFlow();
        bench.steps = this::blocking;
        bench.start(RUN, "x");
        entered.await();

        bench.engine().signal(RUN, ExecutionEngine.CANCEL, new byte[0]);
        bench.close();

        assertSuspended(RUN);
        assertThat(bench.history(RUN)).endsWith("SIGNAL cancel");
    }

    @Test
    void letsARunEndWhoseLastStepIsDone() throws Exception {
        bench.flow = LineFlow.of("a");
        bench.steps = call -> {
            assertThat(blocking(call).failure()).isPresent();
            return Effect.done(Bench.bytes("result"));
        };
        bench.start(RUN, "x");
        entered.await();

        bench.close();

        assertThat(bench.await(RUN)).isEqualTo("result");
    }

    @Test
    void startsAndResumesNothingAfterwards() {
        bench.engine();
        bench.close();

        assertThatThrownBy(() -> bench.start(RUN, "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bench.engine().resume(RUN)).isInstanceOf(IllegalStateException.class);
        assertThat(journal.find(RUN)).isEmpty();
    }

    @Test
    void canBeClosedByWhoeverIsToldOfTheEnd() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        bench.flow = LineFlow.of("a");
        bench.steps = call -> {
            entered.countDown();
            await(release);
            return Effect.done(call.input());
        };
        bench.start(RUN, "x");
        entered.await();
        CompletableFuture<Void> closed =
                bench.engine().completion(RUN).thenRun(bench::close).toCompletableFuture();

        release.countDown();

        assertThat(closed.thenApply(v -> true).get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closesWhileOthersStartRunsWithoutLosingOne() throws Exception {
        CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(() -> {
            int number = 1;
            try {
                while (number < 100_000) {
                    bench.start(Bench.run(number), "x");
                    number++;
                    entered.countDown();
                }
            } catch (IllegalStateException e) {
                return number; // Closed: this one was refused, all before it were let in.
            }
            return number;
        });
        entered.await();

        bench.close();

        int refused = begun.get(20, TimeUnit.SECONDS);
        for (int i = 1; i < refused; i++) {
            CompletableFuture<byte[]> completion =
                    bench.engine().completion(Bench.run(i)).toCompletableFuture();
            assertThat(completion).isDone();
        }
        assertThat(journal.find(Bench.run(refused))).isEmpty();
    }
}
