package io.quantumlayer.core.internal.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The only threads of an engine: a virtual one for each piece of work where there are virtual threads, else at most a
 * fixed number of daemon threads that end when idle. Where the host lends an executor, they only take what it does not.
 * Thread-safe; after {@link #close} work is dropped, since its run is suspended or dead by then.
 */
final class WorkerPool implements Executor {
    private static final String PREFIX = "ql-worker-";

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor;
    private final Optional<LentThreads> lent;

    WorkerPool(int maxThreads) {
        this(maxThreads, null);
    }

    WorkerPool(int maxThreads, @Nullable Executor host) {
        lent = Optional.ofNullable(host).map(LentThreads::new);
        executor = VirtualThreads.executor(PREFIX, this::perTask).orElseGet(() -> bounded(maxThreads));
    }

    private ThreadFactory perTask(ThreadFactory virtual) {
        return work -> {
            Thread thread = virtual.newThread(() -> {
                try {
                    work.run();
                } finally {
                    threads.remove(Thread.currentThread());
                }
            });
            threads.add(thread);
            return thread;
        };
    }

    private ThreadPoolExecutor bounded(int maxThreads) {
        AtomicLong number = new AtomicLong();
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, PREFIX + number.getAndIncrement());
            thread.setDaemon(true);
            threads.removeIf(t -> t.getState() == Thread.State.TERMINATED);
            threads.add(thread);
            return thread;
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                maxThreads, maxThreads, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public void execute(Runnable work) {
        if (lent.filter(host -> host.take(work)).isPresent()) {
            return;
        }
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            // Closed; see above.
            return;
        }
    }

    /** Allows one thread more, in place of one that does not come back from a step; virtual ones need no place. */
    synchronized void grow() {
        if (executor instanceof ThreadPoolExecutor pool) {
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
            pool.setCorePoolSize(pool.getMaximumPoolSize());
        }
    }

    /** Takes the place back after the lost thread has come back. */
    synchronized void shrink() {
        if (executor instanceof ThreadPoolExecutor pool) {
            pool.setCorePoolSize(pool.getMaximumPoolSize() - 1);
            pool.setMaximumPoolSize(pool.getCorePoolSize());
        }
    }

    /**
     * Ends all threads but the calling one, after the work they have.
     *
     * @param limit how long to wait for all of them
     * @return whether they have ended; false if one does not come back from a step
     */
    boolean close(Duration limit) {
        executor.shutdown();
        long end = System.nanoTime() + limit.toNanos();
        boolean returned = lent.map(host -> host.close(limit)).orElse(true);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (runsOn(thread) && System.nanoTime() < end) {
                try {
                    TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true; // The promise that no thread is left is worth more; told again below.
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return returned && threads.stream().noneMatch(WorkerPool::runsOn);
    }

    private static boolean runsOn(Thread thread) {
        return thread != Thread.currentThread() && thread.isAlive();
    }
}
