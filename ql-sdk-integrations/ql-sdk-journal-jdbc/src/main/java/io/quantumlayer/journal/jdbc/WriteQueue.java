package io.quantumlayer.journal.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds writes in the order in which they were given, and hands them out in batches. Thread-safe. */
final class WriteQueue {
    private static final int MOST_WRITES = 4096;
    private static final long MOST_BYTES = 8L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Write<?>> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Adds a write, unless the queue is closed: then it answers false. */
    boolean offer(Write<?> write) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.add(write);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for at least one write; the batch is empty once the queue is closed and nothing is left. */
    List<Write<?>> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return drain();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for so many writes, but no longer than that time: a caller that the commit before has just released is
     * about to write again, and should not miss the next one by a hair.
     */
    void gather(int writes, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (waiting.size() < writes && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Gathering is a courtesy: whoever interrupted the writing thread only ends the wait.
            return;
        } finally {
            lock.unlock();
        }
    }

    private List<Write<?>> drain() {
        List<Write<?>> batch = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && batch.size() < MOST_WRITES && bytes < MOST_BYTES) {
            Write<?> write = waiting.remove();
            bytes += write.bytes();
            batch.add(write);
        }
        return batch;
    }

    /** Takes no more; what is held is still handed out. Idempotent. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
