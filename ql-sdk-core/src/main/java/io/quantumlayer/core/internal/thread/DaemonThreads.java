package io.quantumlayer.core.internal.thread;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Makes daemon threads of one name and can wait for their end: an executor says that it is terminated while its last
 * threads are still on their way out. Thread-safe.
 */
public final class DaemonThreads implements ThreadFactory {
    private final String name;
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    /**
     * Creates a factory.
     *
     * @param name the name of each thread
     */
    public DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    /**
     * Waits until all threads have ended; an interrupt ends the wait and stays.
     *
     * @param limit the longest wait for all of them together
     */
    public void await(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (Thread thread : made) {
                TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
