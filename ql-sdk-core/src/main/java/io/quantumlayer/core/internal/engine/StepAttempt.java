package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * One call of a step: what can interrupt it, and whether its answer still counts. Thread-safe. Its cancellation is the
 * token under which the step may have effects; once requested it stays so, also for a thread that comes back late.
 */
final class StepAttempt implements Cancellation {
    private final WorkerPool workers;
    private @Nullable Thread thread;
    private boolean over;
    private boolean lost;
    private volatile boolean requested;
    private volatile boolean expired;

    StepAttempt(WorkerPool workers) {
        this.workers = workers;
    }

    @Override
    public boolean requested() {
        return requested;
    }

    /** Says whether its time was up before it came back. */
    boolean expired() {
        return expired;
    }

    /** Asks for its end, and interrupts it. */
    synchronized void cancel() {
        requested = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Cancels it because its time is up, unless it has just come back. */
    synchronized void expire() {
        if (!over) {
            expired = true;
            cancel();
        }
    }

    /** Gives it up after an interruption that did not help; false if it has just come back. */
    synchronized boolean abandon() {
        if (!over) {
            lost = true;
            workers.grow();
        }
        return lost;
    }

    /** Takes the calling thread as the one to interrupt; false if the call must not begin any more. */
    synchronized boolean enter() {
        thread = Thread.currentThread();
        return !requested;
    }

    /** Gives the thread back clean: no interruption meant for this call reaches what the thread does next. */
    synchronized void leave() {
        over = true;
        thread = null;
        Thread.interrupted();
        if (lost) {
            workers.shrink();
        }
    }
}
