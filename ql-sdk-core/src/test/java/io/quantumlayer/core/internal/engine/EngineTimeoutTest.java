package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Cancellation;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.engine.StepCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTimeoutTest {
    private static final RunId RUN = Bench.run(1);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Bench bench = new Bench();
    private final CompletableFuture<Cancellation> token = new CompletableFuture<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        bench.close();
    }

    @Test
    void interruptsAStepAtItsDeadlineAndNotBefore() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        bench.flow = LineFlow.of("a").within(LIMIT);
        bench.steps = call -> {
            token.complete(call.context().cancellation());
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.complete(call.context().cancellation().requested());
            }
            return Effect.done(Bench.bytes("too late"));
        };

        bench.start(RUN, "x");
        Cancellation cancellation = token.get(10, TimeUnit.SECONDS);
        bench.time.advance(LIMIT.minusMillis(1));
        assertThat(cancellation.requested()).isFalse();
        bench.time.advance(Duration.ofMillis(1));

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bench.await(RUN)).isEqualTo("engine.step-timeout");
        assertThat(bench.history(RUN)).containsExactly("STARTED", "FAILED a");
        assertThat(bench.engine().history(RUN).get(1).failure().orElseThrow().type())
                .isEqualTo(ErrorType.TIMEOUT);
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void givesUpAStepThatIgnoresItsInterruptionAfterAGraceAndDropsItsLateAnswer() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        bench.flow = LineFlow.of("a").within(LIMIT);
        bench.steps = call -> {
            ignoreInterruptions(call, release);
            back.countDown();
            return Effect.done(Bench.bytes("too late"));
        };

        bench.start(RUN, "x");
        Cancellation cancellation = token.get(10, TimeUnit.SECONDS);
        bench.time.advance(LIMIT);
        assertThat(cancellation.requested()).isTrue();
        assertThat(bench.history(RUN)).containsExactly("STARTED");
        bench.time.advance(StepWatch.GRACE);

        assertThat(bench.await(RUN)).isEqualTo("engine.step-timeout");
        release.countDown();
        assertThat(back.await(10, TimeUnit.SECONDS)).isTrue();
        bench.close();
        assertThat(bench.history(RUN)).containsExactly("STARTED", "FAILED a");
        assertThat(cancellation.requested()).isTrue();
    }

    @Test
    void keepsAWorkerForOthersWhenAStepDoesNotComeBack() throws Exception {
        bench.engine(1);
        bench.flow = LineFlow.of("a").within(LIMIT);
        bench.steps = call -> {
            if (call.run().equals(RUN)) {
                ignoreInterruptions(call, release);
            }
            return Effect.done(call.input());
        };

        bench.start(RUN, "hangs");
        token.get(10, TimeUnit.SECONDS);
        bench.time.advance(LIMIT);
        bench.time.advance(StepWatch.GRACE);

        assertThat(bench.await(RUN)).isEqualTo("engine.step-timeout");
        bench.start(Bench.run(2), "goes on");
        assertThat(bench.await(Bench.run(2))).isEqualTo("goes on");
    }

    @Test
    void leavesNoInterruptionBehindForTheNextStepOfTheThread() throws Exception {
        AtomicBoolean inherited = new AtomicBoolean();
        bench.engine(1);
        bench.flow = LineFlow.of("a").within(LIMIT);
        bench.steps = call -> {
            if (call.run().equals(RUN)) {
                token.complete(call.context().cancellation());
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            } else {
                inherited.set(Thread.currentThread().isInterrupted());
            }
            return Effect.done(call.input());
        };

        bench.start(RUN, "x");
        token.get(10, TimeUnit.SECONDS);
        bench.time.advance(LIMIT);
        bench.await(RUN);
        bench.start(Bench.run(2), "y");

        assertThat(bench.await(Bench.run(2))).isEqualTo("y");
        assertThat(inherited).isFalse();
    }

    private void ignoreInterruptions(StepCall call, CountDownLatch until) {
        token.complete(call.context().cancellation());
        while (until.getCount() > 0) {
            try {
                until.await();
            } catch (InterruptedException e) {
                // The point of this step: it does not listen.
            }
        }
    }
}
