package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this host alive in the eyes of the others: registers it as an owner, renews its lease, and gives it up on
 * close. Thread-safe. Renewals have a thread of their own, because a journal may block and neither timers nor steps may
 * hold them up.
 */
public final class Lease implements AutoCloseable {
    /** For how long the host counts as alive without a renewal. */
    public static final Duration LENGTH = Duration.ofSeconds(15);
    /** How often the lease is renewed. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    private final Journal journal;
    private final TimeSource time;
    private final Owner owner;
    private final ExecutorService renewals = Executors.newSingleThreadExecutor(Lease::newThread);
    private Instant renewedAt;
    private Runnable onLost = () -> {};
    private TimeSource.@Nullable Timer timer;
    private boolean renewing;
    private boolean over;

    private Lease(Journal journal, TimeSource time, Owner owner, Instant registeredAt) {
        this.journal = journal;
        this.time = time;
        this.owner = owner;
        this.renewedAt = registeredAt;
    }

    /**
     * Registers the host; the lease is not renewed before {@link #keep}.
     *
     * @param journal the journal
     * @param name the host's name, see {@link Journal#register}
     * @param time the source of time
     * @return the lease
     */
    public static Lease acquire(Journal journal, String name, TimeSource time) {
        Instant now = time.clock().instant();
        return new Lease(journal, time, journal.register(name, LENGTH, now), now);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "ql-lease");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns in whose name the host writes.
     *
     * @return the owner
     */
    public Owner owner() {
        return owner;
    }

    /**
     * Renews the lease from now on, every five seconds. Called once.
     *
     * @param whenLost called once if others may hold the host's runs: it was declared dead, or the journal did not take
     *     a renewal for as long as the lease is; must be short and stop all effects of the host
     */
    public synchronized void keep(Runnable whenLost) {
        onLost = whenLost;
        plan();
    }

    private synchronized void plan() {
        if (!over) {
            timer = time.at(time.clock().instant().plus(BEAT), this::beat);
        }
    }

    private void beat() {
        if (expired()) {
            lose();
        } else if (begins()) {
            try {
                renewals.execute(this::renew);
            } catch (RejectedExecutionException e) {
                return; // Closed meanwhile.
            }
        }
        plan();
    }

    /** A renewal that has not come back for a whole lease is as good as refused. */
    private synchronized boolean expired() {
        return renewing && !time.clock().instant().isBefore(renewedAt.plus(LENGTH));
    }

    private synchronized boolean begins() {
        boolean begins = !renewing && !over;
        renewing |= begins;
        return begins;
    }

    private void renew() {
        Instant now = time.clock().instant();
        boolean held;
        try {
            held = journal.renew(owner, now);
        } catch (RuntimeException e) {
            unanswered();
            return;
        }
        if (held) {
            renewed(now);
        } else {
            lose();
        }
    }

    private synchronized void renewed(Instant at) {
        renewedAt = at;
        renewing = false;
    }

    /** The journal may be back at the next beat; until the lease is over nobody else may take the runs. */
    private void unanswered() {
        boolean late;
        synchronized (this) {
            renewing = false;
            late = !time.clock().instant().isBefore(renewedAt.plus(LENGTH));
        }
        if (late) {
            lose();
        }
    }

    private void lose() {
        Runnable told;
        synchronized (this) {
            if (over) {
                return;
            }
            stop();
            told = onLost;
        }
        told.run();
    }

    private synchronized void stop() {
        over = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Stops the renewals, waits for the one under way, and gives the lease up. Idempotent. */
    @Override
    public void close() {
        stop();
        renewals.shutdown();
        try {
            renewals.awaitTermination(LENGTH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.release(owner);
    }
}
