package io.quantumlayer.provider.local.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SwitchUnderLoadTest {

    private static final int SWITCHES = 40;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(5);
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private RunningForwarder forwarder;
    private ReleaseServer one;
    private ReleaseServer two;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        forwarder = new RunningForwarder(folder);
        one = new ReleaseServer("one");
        two = new ReleaseServer("two");
        forwarder.lead(one, RunningForwarder.LONG_DRAIN);
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        one.close();
        two.close();
        forwarder.close();
    }

    @Test
    void atFiftyRequestsASecondNoNewConnectionFails() throws Exception {
        Future<?> load = threads.scheduleAtFixedRate(this::askOnce, 0, 20, TimeUnit.MILLISECONDS);
        for (int i = 0; i < SWITCHES; i++) {
            forwarder.lead(i % 2 == 0 ? two : one, RunningForwarder.LONG_DRAIN);
            awaitAsked(3);
        }
        load.cancel(false);
        assertThat(failures).isEmpty();
        assertThat(forwarder.count(ForwarderCount.CLOSED_BUSY)).isZero();
    }

    @Test
    void underHeavyLoadNoNewConnectionFailsAndEverySwitchIsFarBelowASecond() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            load.add(threads.submit(() -> {
                while (!over.get()) {
                    askOnce();
                }
            }));
        }
        List<Duration> latencies = new ArrayList<>();
        for (int i = 0; i < SWITCHES; i++) {
            ReleaseServer next = i % 2 == 0 ? two : one;
            latencies.add(timeToFirstAnswerOf(next));
            awaitAsked(50);
        }
        over.set(true);
        for (Future<?> thread : load) {
            thread.get(10, TimeUnit.SECONDS);
        }
        Collections.sort(latencies);
        System.out.printf(
                "switch to first answer under load: p50 %d us, max %d us, %d switches, %d requests%n",
                latencies.get(SWITCHES / 2).toNanos() / 1_000,
                latencies.get(SWITCHES - 1).toNanos() / 1_000,
                SWITCHES,
                forwarder.count(ForwarderCount.ACCEPTED));
        assertThat(failures).isEmpty();
        assertThat(latencies).allSatisfy(latency -> assertThat(latency).isLessThan(Duration.ofMillis(900)));
    }

    private Duration timeToFirstAnswerOf(ReleaseServer next) throws IOException {
        long before = System.nanoTime();
        forwarder.lead(next, RunningForwarder.LONG_DRAIN);
        assertThat(LineClient.askOnce(forwarder.port())).isEqualTo(next.name());
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Waits until {@code count} more requests have ended, whatever their end. */
    private void awaitAsked(int count) throws InterruptedException {
        asked.drainPermits();
        assertThat(asked.tryAcquire(count, 30, TimeUnit.SECONDS)).isTrue();
    }

    private void askOnce() {
        try {
            assertThat(LineClient.askOnce(forwarder.port())).isIn("one", "two");
        } catch (IOException e) {
            failures.add(e);
        } finally {
            asked.release();
        }
    }
}
