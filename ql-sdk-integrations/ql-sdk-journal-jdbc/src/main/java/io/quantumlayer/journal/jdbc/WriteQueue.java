package io.quantumlayer.journal.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Holds writes in the order in which they were given, and hands them out in batches to one thread. Thread-safe.
 *
 * <p>There is no lock: the writers may be thousands of virtual threads, and one that waits for a lock gets it only when
 * its turn on the few carriers comes, while the thread that commits, and everybody behind it, waits with it.
 */
final class WriteQueue {
    private static final long A_MOMENT = 1_000;
    private static final int MOST_WRITES = 1024;
    private static final long MOST_BYTES = 8L << 20;
    private static final long CLOSED = Long.MIN_VALUE;

    private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Write<?>> urgent = new ConcurrentLinkedQueue<>();
    /** How many writes were let in, and whether no more are. */
    private final AtomicLong accepted = new AtomicLong();

    private volatile long taken;
    private volatile long wanted;
    private volatile @Nullable Thread sleeper;

    /** Adds a write, unless the queue is closed: then it answers false. */
    boolean offer(Write<?> write) {
        return offer(write, waiting);
    }

    /** Adds a write that needs no order among others and goes before those that wait. */
    boolean offerFirst(Write<?> write) {
        return offer(write, urgent);
    }

    private boolean offer(Write<?> write, Queue<Write<?>> queue) {
        long before;
        do {
            before = accepted.get();
            if (before < 0) {
                return false;
            }
        } while (!accepted.compareAndSet(before, before + 1));
        queue.add(write);
        if (before + 1 - taken >= wanted) {
            wake();
        }
        return true;
    }

    private void wake() {
        Thread thread = sleeper;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits for at least one write; the batch is empty once the queue is closed and nothing is left. */
    List<Write<?>> next() {
        while (isEmpty() && !isSpent()) {
            sleep(1, 0);
        }
        return drain();
    }

    /**
     * Waits for so many writes, but no longer than that time: a caller that the commit before has just released is
     * about to write again, and should not miss the next one by a hair.
     */
    void gather(int writes, long nanos) {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (count() < writes && accepted.get() >= 0 && left > 0) {
            sleep(writes, left);
            left = end - System.nanoTime();
        }
    }

    /** Sleeps until so many writes wait, the queue is closed or the time, if there is one, is over; or a bit less. */
    private void sleep(int writes, long nanos) {
        wanted = writes;
        sleeper = Thread.currentThread();
        // Looks again after it can be seen to sleep: whoever came before that does not wake it.
        if (count() < writes && accepted.get() >= 0) {
            if (nanos > 0) {
                LockSupport.parkNanos(this, nanos);
            } else {
                LockSupport.park(this);
            }
        }
        sleeper = null;
        boolean interrupted = Thread.interrupted(); // Means nothing here, and would keep the thread from sleeping.
        if (interrupted || isEmpty()) {
            LockSupport.parkNanos(this, A_MOMENT); // Let in and not yet added.
        }
    }

    private long count() {
        return (accepted.get() & ~CLOSED) - taken;
    }

    private boolean isEmpty() {
        return urgent.isEmpty() && waiting.isEmpty();
    }

    private boolean isSpent() {
        return accepted.get() < 0 && count() == 0;
    }

    private List<Write<?>> drain() {
        List<Write<?>> batch = new ArrayList<>();
        long bytes = 0;
        Write<?> next = poll();
        while (next != null) {
            batch.add(next);
            bytes += next.bytes();
            next = batch.size() < MOST_WRITES && bytes < MOST_BYTES ? poll() : null;
        }
        long before = taken;
        taken = before + batch.size();
        return batch;
    }

    private @Nullable Write<?> poll() {
        Write<?> first = urgent.poll();
        return first == null ? waiting.poll() : first;
    }

    /** Takes no more; what is held is still handed out. Idempotent. */
    void close() {
        accepted.getAndUpdate(count -> count | CLOSED);
        wake();
    }
}
