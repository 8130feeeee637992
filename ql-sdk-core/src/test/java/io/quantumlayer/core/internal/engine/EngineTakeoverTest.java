package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class EngineTakeoverTest {
    private static final RunId RUN = Bench.run(1);

    @Test
    void letsASecondHostFinishWhatTheFirstOneHeldTooLong() throws Exception {
        ManualTime time = new ManualTime();
        MemoryJournal journal = new MemoryJournal();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Bench first = new Bench(time, journal);
                Bench second = new Bench(time, journal)) {
            first.steps = call -> {
                if (call.step().equals("b")) {
                    entered.countDown();
                    awaitUninterrupted(release);
                }
                return Effect.done(Bench.bytes("first"));
            };
            second.steps = call -> Effect.done(Bench.bytes("second"));
            first.start(RUN, "x");
            entered.await();
            assertThat(second.claim()).isEmpty();

            time.advance(Duration.ofSeconds(14));
            assertThat(journal.renew(second.owner(), time.now())).isTrue();
            time.advance(Duration.ofSeconds(2));
            assertThat(second.claim()).containsExactly(RUN);
            second.engine().resume(RUN);
            assertThat(second.await(RUN)).isEqualTo("second");
            release.countDown();

            assertThatThrownBy(() -> first.await(RUN))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            QuantumLayerException.class,
                            e -> assertThat(e.failure().code()).isEqualTo("journal.fenced"));
            assertThat(second.called).containsExactly("b", "c");
            assertThat(first.called).containsExactly("a", "b");
            assertThat(second.history(RUN)).containsExactly("STARTED", "DONE a", "DONE b", "DONE c");
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
