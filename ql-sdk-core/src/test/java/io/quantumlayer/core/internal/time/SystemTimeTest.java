package io.quantumlayer.core.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.spi.time.TimeSource.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    private final SystemTime time = new SystemTime();

    @AfterEach
    void close() {
        time.close();
    }

    private Instant in(long millis) {
        return time.clock().instant().plusMillis(millis);
    }

    private static List<Thread> timerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("ql-timer"))
                .toList();
    }

    @Test
    void hasAClockInUtc() {
        assertThat(time.clock().getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void runsATaskAtItsTimeOnTheTimerThreadAndNeverBefore() throws Exception {
        Instant at = in(30);
        CompletableFuture<Instant> ran = new CompletableFuture<>();
        CompletableFuture<Thread> thread = new CompletableFuture<>();

        time.at(at, () -> {
            ran.complete(time.clock().instant());
            thread.complete(Thread.currentThread());
        });

        assertThat(ran.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(at);
        assertThat(thread.join().getName()).isEqualTo("ql-timer");
        assertThat(thread.join().isDaemon()).isTrue();
    }

    @Test
    void runsATaskWhoseTimeHasPassedAtOnce() throws Exception {
        CountDownLatch ran = new CountDownLatch(2);

        time.at(Instant.MIN, ran::countDown);
        time.at(in(-1), ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Holds the timer thread until the latch it returns is open, so that nothing runs while a test sets timers. */
    private CountDownLatch held() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        time.at(in(0), () -> {
            entered.countDown();
            await(open);
        });
        entered.await();
        return open;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void keepsTheOrderOfTimes() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(3);
        CountDownLatch open = held();
        List<Timer> timers = new ArrayList<>();
        Instant first;
        do { // Again, if the machine was too busy to set all three before the first was due.
            timers.forEach(Timer::cancel);
            timers.clear();
            first = in(50);
            for (int i = 2; i >= 0; i--) {
                int number = i;
                timers.add(time.at(first.plusMillis(i), () -> {
                    order.add(number);
                    ran.countDown();
                }));
            }
        } while (!time.clock().instant().isBefore(first));
        open.countDown();

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly(0, 1, 2);
    }

    @Test
    void dropsACancelledTask() throws Exception {
        List<String> ran = new CopyOnWriteArrayList<>();
        CountDownLatch later = new CountDownLatch(1);
        CountDownLatch open = held();
        Timer timer = time.at(in(0), () -> ran.add("cancelled"));
        time.at(in(10), later::countDown);

        timer.cancel();
        timer.cancel();
        open.countDown();

        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void takesTimesThatNobodyWillSee() {
        Timer timer = time.at(Instant.MAX, () -> {});

        timer.cancel();
    }

    @Test
    void goesOnAfterATaskThatThrows() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CountDownLatch later = new CountDownLatch(1);
        time.at(in(0), () -> {
            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> told.complete(e));
            throw new IllegalStateException("broken task");
        });
        time.at(in(10), later::countDown);

        assertThat(told.get(10, TimeUnit.SECONDS)).hasMessage("broken task");
        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void startsItsThreadWithTheFirstTimerAndEndsItOnClose() {
        List<Thread> before = timerThreads();
        SystemTime own = new SystemTime();
        assertThat(timerThreads()).containsExactlyInAnyOrderElementsOf(before);
        List<String> ran = new CopyOnWriteArrayList<>();
        own.at(own.clock().instant().plus(Duration.ofSeconds(5)), () -> ran.add("late"));
        List<Thread> started =
                timerThreads().stream().filter(t -> !before.contains(t)).toList();
        assertThat(started).hasSize(1);

        own.close();
        own.close();

        assertThat(started.get(0).isAlive()).isFalse();
        own.at(own.clock().instant(), () -> ran.add("after the close"));
        assertThat(ran).isEmpty();
    }

    @Test
    void canBeClosedByATask() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();

        time.at(in(0), () -> {
            time.close();
            closed.complete(true);
        });

        assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
