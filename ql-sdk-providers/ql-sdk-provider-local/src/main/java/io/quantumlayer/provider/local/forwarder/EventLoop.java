package io.quantumlayer.provider.local.forwarder;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.PriorityQueue;

/** Runs everything the forwarder does on the one thread that calls {@link #run()}, so no state needs a lock. */
final class EventLoop implements AutoCloseable {

    /** Owns one or two channels and acts when the kernel says they can move bytes. */
    interface Handler {

        /** Does the bounded amount of work that {@code key} is ready for; never blocks. */
        void ready(SelectionKey key);

        /** Gives the channels up after {@link #ready} failed with a defect. */
        void abort();
    }

    private record Timer(long due, Runnable task) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            return Long.compare(due - other.due, 0);
        }
    }

    private final Selector selector;
    private final BoundedLog log;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private volatile boolean stopped;

    EventLoop(BoundedLog log) throws IOException {
        this.selector = Selector.open();
        this.log = log;
    }

    SelectionKey register(SelectableChannel channel, int interest, Handler handler) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, interest, handler);
    }

    /** Runs {@code task} once on the loop's thread; there is no cancelling, a task checks whether it still matters. */
    void after(Duration delay, Runnable task) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), task));
    }

    /** Returns when {@link #stop()} was called; throws what the selector throws, which nothing can repair. */
    void run() throws IOException {
        while (!stopped) {
            selector.select(this::dispatch, untilNextTimer());
            fireTimers();
        }
        selector.selectNow(this::dispatch); // the answer to the command that stopped us still goes out
    }

    /** Ends {@link #run()} after the work in hand; safe from any thread. */
    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void dispatch(SelectionKey key) {
        Handler handler = (Handler) key.attachment();
        try {
            handler.ready(key);
        } catch (CancelledKeyException e) {
            // An earlier handler of the same round closed this channel; there is nothing left to move.
            guarded(handler::abort);
        } catch (RuntimeException e) {
            log.line("defect, connection dropped: " + e);
            guarded(handler::abort);
        }
    }

    private void fireTimers() {
        for (Timer next = timers.peek(); next != null && next.due - System.nanoTime() <= 0; next = timers.peek()) {
            timers.remove();
            guarded(next.task);
        }
    }

    /** A defect met by one connection must not end the address for all the others. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.line("defect: " + e);
        }
    }

    private long untilNextTimer() {
        Timer next = timers.peek();
        if (next == null) {
            return 0; // for ever, until a channel is ready or stop() wakes the selector
        }
        long nanos = next.due - System.nanoTime();
        return Math.max(1, (nanos + 999_999) / 1_000_000);
    }
}
