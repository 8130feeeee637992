package io.quantumlayer.testkit.time;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the lease of one instance is being renewed. A lease asks on a timer and renews on a thread of its own;
 * it counts as lost if the clock moves on three times meanwhile, which a manual clock does in no time.
 */
final class Renewals {
    private static final long GIVEN_UP_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final Set<Thread.State> IDLE =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private boolean asked;
    private long askedAt;
    private @Nullable Thread renewer;

    synchronized void asked() {
        asked = true;
        askedAt = System.nanoTime();
    }

    /** The journal has answered; the renewer still has to tell the lease so. */
    synchronized void renewed() {
        asked = false;
        renewer = Thread.currentThread();
    }

    synchronized boolean underWay() {
        boolean answerAwaited = asked && System.nanoTime() - askedAt < GIVEN_UP_NANOS;
        return answerAwaited || (renewer != null && !IDLE.contains(renewer.getState()));
    }
}
