package io.quantumlayer.testkit.time;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it. Thread-safe.
 *
 * <p>Timers run on the thread that moves the clock, ordered by their time, then by when they were set; while one runs
 * the clock shows its time. A timer whose time has come already runs at once on the thread that sets it.
 */
public final class ManualTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TreeSet<Alarm> alarms =
            new TreeSet<>(Comparator.comparing(Alarm::at).thenComparingLong(Alarm::number));
    private final Clock clock = new ManualClock(this::now);
    private Instant now;
    private long lastNumber;

    private ManualTime(Instant start) {
        this.now = start;
    }

    /**
     * Creates a clock that shows the first of January 2026, midnight in UTC.
     *
     * @return the time source
     */
    public static ManualTime create() {
        return startingAt(START);
    }

    /**
     * Creates a clock.
     *
     * @param start what it shows
     * @return the time source
     */
    public static ManualTime startingAt(Instant start) {
        return new ManualTime(Objects.requireNonNull(start, "start"));
    }

    private record Alarm(Instant at, long number, Runnable task, Object owner) {}

    @Override
    public Clock clock() {
        return clock;
    }

    private synchronized Instant now() {
        return now;
    }

    @Override
    public Timer at(Instant at, Runnable task) {
        return at(at, task, this);
    }

    private Timer at(Instant at, Runnable task, Object owner) {
        synchronized (this) {
            if (at.isAfter(now)) {
                Alarm alarm = new Alarm(at, ++lastNumber, task, owner);
                alarms.add(alarm);
                return () -> drop(alarm);
            }
        }
        task.run();
        return () -> {};
    }

    private synchronized void drop(Alarm alarm) {
        alarms.remove(alarm);
    }

    /**
     * Returns a time source for one library instance, which closes what it was given: the same clock, with timers of
     * its own. Closing it drops these and nothing else.
     *
     * @return a view of this time source
     */
    public TimeSource view() {
        return new View();
    }

    /**
     * Moves the clock on and runs every timer on the way.
     *
     * @param by how far; never back
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("by: time does not go back, not even by " + by);
        }
        Instant target = now().plus(by);
        Alarm due = takeDue(target);
        while (due != null) {
            due.task().run();
            due = takeDue(target);
        }
    }

    private synchronized @Nullable Alarm takeDue(Instant target) {
        Alarm due = take(first -> !first.at().isAfter(target));
        if (due == null && target.isAfter(now)) {
            now = target;
        }
        return due;
    }

    /**
     * Moves the clock to the next timer and runs this one.
     *
     * @return false if there is no timer; the clock then stays
     */
    public boolean advanceToNextTimer() {
        Alarm due;
        synchronized (this) {
            due = take(first -> true);
        }
        if (due != null) {
            due.task().run();
        }
        return due != null;
    }

    private @Nullable Alarm take(Predicate<Alarm> wanted) {
        if (alarms.isEmpty() || !wanted.test(alarms.first())) {
            return null;
        }
        Alarm due = alarms.first();
        alarms.remove(due);
        now = due.at().isAfter(now) ? due.at() : now;
        return due;
    }

    /**
     * Returns when the next timer runs.
     *
     * @return its time, or empty if there is none
     */
    public synchronized Optional<Instant> nextTimer() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.first().at());
    }

    /**
     * Counts the timers that are set.
     *
     * @return how many
     */
    public synchronized int timers() {
        return alarms.size();
    }

    @SuppressWarnings("ReferenceEquality") // An owner is who it is, not what it equals.
    private synchronized void dropAll(Object owner) {
        alarms.removeIf(alarm -> alarm.owner() == owner);
    }

    /** Drops every timer, those of views too; the clock still shows its time. Idempotent. */
    @Override
    public synchronized void close() {
        alarms.clear();
    }

    /** The same clock with timers of its own. */
    private final class View implements TimeSource {
        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public Timer at(Instant at, Runnable task) {
            return ManualTime.this.at(at, task, this);
        }

        @Override
        public void close() {
            dropAll(this);
        }
    }
}
