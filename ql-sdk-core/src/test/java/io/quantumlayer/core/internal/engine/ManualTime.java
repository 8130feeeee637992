package io.quantumlayer.core.internal.engine;

import io.quantumlayer.api.spi.time.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A clock that a test moves; timers run on the test's thread, in order. */
final class ManualTime implements TimeSource {
    private final NavigableSet<Entry> timers =
            new TreeSet<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private long lastNumber;
    private Instant now = Instant.parse("2026-01-01T00:00:00.000400Z");

    private record Entry(Instant at, long number, Runnable task) {}

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }

    synchronized Instant now() {
        return now;
    }

    @Override
    public Timer at(Instant at, Runnable task) {
        synchronized (this) {
            if (at.isAfter(now)) {
                Entry entry = new Entry(at, lastNumber++, task);
                timers.add(entry);
                notifyAll();
                return () -> remove(entry);
            }
        }
        task.run();
        return () -> {};
    }

    private synchronized void remove(Entry entry) {
        timers.remove(entry);
    }

    synchronized int pending() {
        return timers.size();
    }

    /** Waits until a timer is set for that time from now, give or take the millisecond of an event. */
    void awaitTimer(Duration fromNow) throws InterruptedException {
        awaitTimers(1, fromNow);
    }

    /** Waits until so many timers are set for that time from now. */
    synchronized void awaitTimers(int count, Duration fromNow) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Instant due = now.plus(fromNow);
        while (timers.size() < count || about(due) < count) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Fewer than " + count + " timers at " + due + ", only " + timers);
            }
            wait(1_000);
        }
    }

    private long about(Instant due) {
        return timers.stream()
                .filter(e -> Duration.between(e.at(), due).abs().compareTo(Duration.ofMillis(1)) <= 0)
                .count();
    }

    void advance(Duration by) {
        Instant target = now().plus(by);
        Entry due = takeDue(target);
        while (due != null) {
            due.task().run();
            due = takeDue(target);
        }
    }

    private synchronized Entry takeDue(Instant target) {
        Entry first = timers.isEmpty() ? null : timers.first();
        if (first == null || first.at().isAfter(target)) {
            now = target;
            return null;
        }
        now = first.at().isAfter(now) ? first.at() : now;
        return timers.pollFirst();
    }

    @Override
    public synchronized void close() {
        timers.clear();
    }
}
