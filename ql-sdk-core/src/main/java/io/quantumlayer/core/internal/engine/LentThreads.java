package io.quantumlayer.core.internal.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Work on an executor of the host, which is not ours to shut down: what can be waited for is its end. Thread-safe. */
final class LentThreads {
    private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

    private final Executor host;
    private final Set<Thread> busy = new HashSet<>();
    private int pending;
    private boolean closed;

    LentThreads(Executor host) {
        this.host = host;
    }

    /**
     * Hands work over; after {@link #close} it is dropped.
     *
     * @return false if the host refuses it, or would run it here and now, which may block the caller
     */
    boolean take(Runnable work) {
        if (!expect()) {
            return true;
        }
        Handover handover = new Handover(work);
        boolean given;
        try {
            host.execute(handover);
            given = handover.given();
        } catch (RejectedExecutionException e) {
            given = false;
        }
        if (!given) {
            done();
        }
        return given;
    }

    /** Takes nothing more and waits for what was taken, but for the calling thread's; false if that does not end. */
    synchronized boolean close(Duration limit) {
        closed = true;
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        while (others() > 0 && System.nanoTime() < end) {
            try {
                wait(Math.max(1, (end - System.nanoTime()) / NANOS_IN_A_MILLISECOND));
            } catch (InterruptedException e) {
                interrupted = true; // The promise that nothing runs is worth more; told again below.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return others() == 0;
    }

    private int others() {
        return busy.contains(Thread.currentThread()) ? pending - 1 : pending;
    }

    private synchronized boolean expect() {
        if (!closed) {
            pending++;
        }
        return !closed;
    }

    private synchronized void begin() {
        busy.add(Thread.currentThread());
    }

    private synchronized void done() {
        busy.remove(Thread.currentThread());
        pending--;
        notifyAll();
    }

    private final class Handover implements Runnable {
        private final Runnable work;
        private final Thread giver = Thread.currentThread();
        private boolean returned;
        private boolean here;

        Handover(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (isHere()) {
                return;
            }
            begin();
            try {
                work.run();
            } finally {
                done();
            }
        }

        private synchronized boolean isHere() {
            here = !returned && Thread.currentThread() == giver;
            return here;
        }

        synchronized boolean given() {
            returned = true;
            return !here;
        }
    }
}
