package io.quantumlayer.journal.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The one thread of a journal that writes. Whatever has gathered while it was committing goes into the next
 * transaction, so that the price of a flush is shared. A write that is refused or cannot be stored fails alone.
 */
final class GroupWriter implements AutoCloseable {
    /** A flush shorter than this is not worth waiting for anybody. */
    private static final long COSTLY_FLUSH_NANOS = 1_000_000;

    private static final long MOST_PATIENCE_NANOS = 2_000_000;

    private final WriteSession session;
    private final SqliteFailures failures;
    private final WriteQueue queue = new WriteQueue();
    private final Thread thread;

    GroupWriter(WriteSession session, SqliteFailures failures) {
        this.session = session;
        this.failures = failures;
        thread = new Thread(this::run, "ql-journal-writer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Hands over a change; the future completes on the writing thread once the change is committed or refused. */
    <T> CompletableFuture<T> submit(long bytes, Change<T> change) {
        Write<T> write = new Write<>(bytes, change);
        return handedOver(write, queue.offer(write));
    }

    private <T> CompletableFuture<T> handedOver(Write<T> write, boolean accepted) {
        if (!accepted) {
            write.fail(failures.closed());
        }
        return write.done();
    }

    /** Hands over a change and waits for its commit; an interrupt is kept for the caller. */
    <T> T call(long bytes, Change<T> change) {
        return await(() -> submit(bytes, change));
    }

    /** Like {@link #call}, for a small change that needs no order among others and must not wait behind them. */
    <T> T callFirst(Change<T> change) {
        Write<T> write = new Write<>(0, change);
        return await(() -> handedOver(write, queue.offerFirst(write)));
    }

    private <T> T await(Supplier<CompletableFuture<T>> submission) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a dependent stage of append hands work on and never blocks");
        }
        try {
            return submission.get().join();
        } catch (CompletionException e) {
            throw failures.asSeenByCaller(e);
        }
    }

    private void run() {
        try (session) {
            commitAll();
        } finally {
            // Empty, unless the thread ends by an error: then nobody may wait for it in vain.
            queue.close();
            for (List<Write<?>> left = queue.next(); !left.isEmpty(); left = queue.next()) {
                left.forEach(write -> write.fail(failures.closed()));
            }
        }
    }

    private void commitAll() {
        for (List<Write<?>> batch = queue.next(); !batch.isEmpty(); batch = queue.next()) {
            long start = System.nanoTime();
            commit(batch);
            long took = System.nanoTime() - start;
            if (batch.size() > 1 && took > COSTLY_FLUSH_NANOS) {
                queue.gather(batch.size(), Math.min(took / 8, MOST_PATIENCE_NANOS));
            }
        }
    }

    private void commit(List<Write<?>> batch) {
        try {
            session.begin();
            for (Write<?> write : batch) {
                write.apply(session);
            }
            session.commit();
        } catch (SQLException | RuntimeException | Error e) {
            session.rollback(e);
            recover(batch, e);
            return;
        }
        batch.forEach(Write::complete);
    }

    private void recover(List<Write<?>> batch, Throwable trouble) {
        if (batch.size() > 1 && !failures.concernsAll(trouble)) {
            batch.forEach(write -> commit(List.of(write)));
        } else {
            batch.forEach(write -> write.fail(failures.of(trouble)));
        }
    }

    /** Commits what was handed over before, then ends the thread and closes its connection. Idempotent. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
