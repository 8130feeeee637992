package io.quantumlayer.core.internal.thread;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Eight daemon threads for calls that may hang, so that they hold up nobody else; the threads end when they have had
 * nothing to do for a second. Thread-safe. Close it to interrupt and end them.
 */
public final class DaemonPool implements AutoCloseable {
    private static final int THREADS = 8;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final DaemonThreads daemons;
    private final ThreadPoolExecutor threads;

    /**
     * Creates a pool without a thread yet.
     *
     * @param name the name of each thread
     */
    public DaemonPool(String name) {
        this.daemons = new DaemonThreads(name);
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), daemons);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Makes a call on one of the threads, after those that wait already.
     *
     * @param call the call
     * @param <T> what it gives
     * @return its answer to come
     * @throws RejectedExecutionException if the pool is closed
     */
    public <T extends @Nullable Object> Future<T> submit(Callable<T> call) {
        return threads.submit(call);
    }

    /**
     * Says whether the pool takes no more calls.
     *
     * @return whether it is closed
     */
    public boolean isClosed() {
        return threads.isShutdown();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        daemons.await(IDLE);
    }
}
