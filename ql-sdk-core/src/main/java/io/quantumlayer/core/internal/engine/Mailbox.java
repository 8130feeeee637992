package io.quantumlayer.core.internal.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Handles the messages of one run one at a time, in order, without a lock and without a thread of its own: whoever
 * finds it idle makes a worker handle what is there. Thread-safe.
 */
final class Mailbox {
    /** Something that happened to the run. */
    interface Message {
        /** Handles it without blocking; what it returns runs once the mailbox is free again. */
        @Nullable
        Work handle();
    }

    /** Something long that comes out of a message, such as a step. */
    interface Work {
        /** Does it, on a worker's thread, and tells the run how it ended. */
        Message perform();
    }

    private final Executor workers;
    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    Mailbox(Executor workers) {
        this.workers = workers;
    }

    /** Hands over a message from any thread, and returns at once. */
    void post(Message message) {
        if (add(message)) {
            workers.execute(() -> go(drain()));
        }
    }

    private boolean add(Message message) {
        messages.add(message);
        return open.getAndIncrement() == 0;
    }

    private @Nullable Work drain() {
        @Nullable Work work = null;
        do {
            Work more = messages.remove().handle();
            if (more != null && work != null) {
                Work other = work;
                workers.execute(() -> go(other));
            }
            work = more == null ? work : more;
        } while (open.decrementAndGet() > 0);
        return work;
    }

    /** A worker that did one thing goes on with what follows from it: a run of short steps stays on one thread. */
    private void go(@Nullable Work first) {
        Work work = first;
        while (work != null) {
            Message result = work.perform();
            work = add(result) ? drain() : null;
        }
    }
}
