package io.quantumlayer.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.run.ApplicationId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {
    private final Turns turns = new Turns();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void anotherApplicationNeedNotWait() throws Exception {
        Future<?> first = hold();
        assertThat(turns.take(new ApplicationId("other", "notes"), () -> "done"))
                .isEqualTo("done");
        assertThat(first).isNotDone();
    }

    @Test
    void theSameApplicationWaitsForItsTurn() throws Exception {
        Future<?> first = hold();
        Future<?> second = threads.submit(() -> turns.take(Bench.NOTES, () -> order.add("second")));
        release.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void whoIsInterruptedWhileWaitingGivesUpAndStaysInterrupted() throws Exception {
        Future<?> first = hold();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turns.take(Bench.NOTES, () -> "never")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(first).isNotDone();
    }

    @Test
    void aFailureGivesTheTurnBack() throws IOException {
        assertThatThrownBy(() -> turns.take(Bench.NOTES, () -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(turns.take(Bench.NOTES, () -> "next")).isEqualTo("next");
    }

    private Future<?> hold() throws InterruptedException {
        Future<?> first = threads.submit(() -> turns.take(Bench.NOTES, this::stay));
        inside.await();
        return first;
    }

    private boolean stay() throws InterruptedIOException {
        inside.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the test ended");
        }
        return order.add("first");
    }
}
