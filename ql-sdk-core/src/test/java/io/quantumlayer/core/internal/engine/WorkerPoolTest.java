package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class WorkerPoolTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static boolean isVirtual(Thread thread) {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no Thread.isVirtual", e);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void worksOnNamedVirtualThreadsWithoutALimit() throws Exception {
        WorkerPool pool = new WorkerPool(1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                together.countDown();
                await(together);
            });
        }

        assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.close(LIMIT)).isTrue();
        assertThat(threads)
                .hasSize(100)
                .allMatch(WorkerPoolTest::isVirtual)
                .allMatch(t -> t.getName().startsWith("ql-worker-"))
                .noneMatch(Thread::isAlive);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void worksOnABoundedNumberOfNamedDaemonThreads() {
        WorkerPool pool = new WorkerPool(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                done.incrementAndGet();
            });
        }

        assertThat(pool.close(LIMIT)).isTrue();
        assertThat(done).hasValue(100);
        assertThat(threads)
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(Thread::isDaemon)
                .allMatch(t -> t.getName().startsWith("ql-worker-"))
                .noneMatch(Thread::isAlive);
    }

    @Test
    void dropsWorkAfterItsClose() {
        WorkerPool pool = new WorkerPool(1);
        AtomicInteger done = new AtomicInteger();
        pool.close(LIMIT);

        pool.execute(done::incrementAndGet);

        assertThat(pool.close(LIMIT)).isTrue();
        assertThat(done).hasValue(0);
    }

    @Test
    void saysThatAThreadIsLeftWhichDoesNotComeBack() {
        WorkerPool pool = new WorkerPool(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        pool.execute(() -> {
            entered.countDown();
            await(release);
        });
        await(entered);

        assertThat(pool.close(Duration.ofMillis(20))).isFalse();
        release.countDown();
        assertThat(pool.close(LIMIT)).isTrue();
    }

    @Test
    void canBeClosedFromOneOfItsThreads() throws Exception {
        WorkerPool pool = new WorkerPool(1);
        CompletableFuture<Boolean> closed = new CompletableFuture<>();

        pool.execute(() -> closed.complete(pool.close(LIMIT)));

        assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.close(LIMIT)).isTrue();
    }

    @Test
    void waitsForItsThreadsAlsoWhenInterrupted() {
        WorkerPool pool = new WorkerPool(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        pool.execute(() -> {
            await(release);
            done.incrementAndGet();
        });
        Thread.currentThread().interrupt();
        CompletableFuture<Void> opening = CompletableFuture.runAsync(release::countDown);

        assertThat(pool.close(LIMIT)).isTrue();
        assertThat(opening).isNotCancelled();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void worksOnTheExecutorOfItsHostAndLeavesItRunning() throws Exception {
        ExecutorService host = Executors.newFixedThreadPool(2, task -> new Thread(task, "host"));
        WorkerPool pool = new WorkerPool(1, host);
        Set<String> names = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            pool.execute(() -> {
                names.add(Thread.currentThread().getName());
                done.incrementAndGet();
            });
        }

        assertThat(pool.close(LIMIT)).isTrue();
        assertThat(done).hasValue(100);
        assertThat(names).containsExactly("host");
        assertThat(host.submit(() -> "alive").get(10, TimeUnit.SECONDS)).isEqualTo("alive");
        pool.execute(done::incrementAndGet);
        host.shutdown();
        assertThat(host.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(100);
    }

    @Test
    void worksOnItsOwnThreadsWhereTheHostRefusesOrWouldRunItInTheCaller() {
        ExecutorService shut = Executors.newSingleThreadExecutor();
        shut.shutdown();
        for (Executor host : List.<Executor>of(shut, Runnable::run)) {
            WorkerPool pool = new WorkerPool(1, host);
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            pool.execute(() -> ran.complete(Thread.currentThread()));

            assertThat(pool.close(LIMIT)).isTrue();
            assertThat(ran.join().getName()).startsWith("ql-worker-");
        }
    }

    @Test
    void waitsForWorkOnTheExecutorOfItsHostButNotForEver() throws Exception {
        ExecutorService host = Executors.newSingleThreadExecutor();
        WorkerPool pool = new WorkerPool(1, host);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        CompletableFuture<Boolean> closedInside = new CompletableFuture<>();
        pool.execute(() -> {
            entered.countDown();
            await(release);
            closedInside.complete(pool.close(LIMIT));
        });
        await(entered);

        assertThat(pool.close(Duration.ofMillis(20))).isFalse();
        release.countDown();
        assertThat(closedInside.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.close(LIMIT)).isTrue();
        host.shutdownNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
