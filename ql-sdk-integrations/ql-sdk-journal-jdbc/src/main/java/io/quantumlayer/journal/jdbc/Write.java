package io.quantumlayer.journal.jdbc;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A change on its way to the disk: what to do, how heavy it is, and whom to tell. Used by one thread at a time. */
final class Write<T> {
    private final long bytes;
    private final Change<T> change;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Runnable answer = () -> {};

    Write(long bytes, Change<T> change) {
        this.bytes = bytes;
        this.change = change;
    }

    long bytes() {
        return bytes;
    }

    CompletableFuture<T> done() {
        return done;
    }

    /** Makes the change, or notes that it is refused; the caller hears of neither before {@link #complete}. */
    void apply(WriteSession session) throws SQLException {
        try {
            T value = change.apply(session);
            answer = () -> done.complete(value);
        } catch (Refused refused) {
            answer = () -> done.completeExceptionally(refused.reason());
        }
    }

    /** Tells the caller what {@link #apply} came to; the transaction has been committed. */
    void complete() {
        answer.run();
    }

    void fail(RuntimeException failure) {
        done.completeExceptionally(failure);
    }
}
