package io.quantumlayer.core.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    private final DaemonThreads threads = new DaemonThreads("ql-test");

    @Test
    void each_thread_is_a_daemon_of_the_name() {
        Thread thread = threads.newThread(() -> {});
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("ql-test");
    }

    @Test
    void waits_until_every_thread_has_ended() {
        Thread thread = threads.newThread(
                () -> LockSupport.parkNanos(Duration.ofMillis(50).toNanos()));
        thread.start();
        threads.await(Duration.ofSeconds(10));
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void waits_no_longer_than_its_limit_and_an_interrupt_stays() {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = threads.newThread(() -> {
            while (end.getCount() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        thread.start();
        threads.await(Duration.ofMillis(20));
        assertThat(thread.isAlive()).isTrue();
        Thread.currentThread().interrupt();
        threads.await(Duration.ofSeconds(10));
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
        threads.await(Duration.ofSeconds(10));
        assertThat(thread.isAlive()).isFalse();
    }
}
