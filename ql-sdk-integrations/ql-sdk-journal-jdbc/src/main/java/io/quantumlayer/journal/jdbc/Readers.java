package io.quantumlayer.journal.jdbc;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A few connections that read, opened when they are first needed and used by one caller at a time. Thread-safe. */
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private final SqliteFile file;
    private final Semaphore permits = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<RunQueries> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(SqliteFile file) {
        this.file = file;
    }

    <T, X extends Exception> T read(Reading<T, X> reading) throws X {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw file.failures().closed();
            }
            RunQueries kept = idle.poll();
            return use(kept == null ? new RunQueries(file.openReader()) : kept, reading);
        } catch (SQLException e) {
            throw file.failures().of(e);
        } catch (UnreadableRow e) {
            throw file.failures().unreadable(e);
        } finally {
            permits.release();
        }
    }

    private <T, X extends Exception> T use(RunQueries queries, Reading<T, X> reading) throws SQLException, X {
        boolean healthy = false;
        try {
            T answer = reading.from(queries);
            healthy = true;
            return answer;
        } finally {
            if (healthy) {
                idle.push(queries);
            } else {
                queries.close();
            }
        }
    }

    /** Waits for whoever still reads, and closes the connections. Idempotent. */
    @Override
    public void close() {
        permits.acquireUninterruptibly(MOST);
        try {
            closed = true;
            for (RunQueries kept = idle.poll(); kept != null; kept = idle.poll()) {
                kept.close();
            }
        } catch (SQLException e) {
            throw file.failures().of(e);
        } finally {
            permits.release(MOST);
        }
    }

    /** Reads from a connection that nobody else uses meanwhile. */
    @FunctionalInterface
    interface Reading<T, X extends Exception> {
        T from(RunQueries queries) throws SQLException, X;
    }
}
