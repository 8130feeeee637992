package io.quantumlayer.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection that writes, with its statements prepared once. Used by one thread at a time. */
final class WriteSession implements AutoCloseable {
    private final Connection connection;
    private final SqliteFailures failures;
    private final Prepared begin;
    private final Prepared commit;
    private final Prepared rollback;
    private final Prepared dataVersion;
    private final OwnerTable owners;
    private final RunTable runs;
    private long seenVersion = -1;

    WriteSession(Connection connection, SqliteFailures failures) throws SQLException {
        this.connection = connection;
        this.failures = failures;
        // Immediate: a transaction that reads first could not become a writer once another process has written.
        begin = new Prepared(connection, "BEGIN IMMEDIATE");
        commit = new Prepared(connection, "COMMIT");
        rollback = new Prepared(connection, "ROLLBACK");
        dataVersion = new Prepared(connection, "PRAGMA data_version");
        owners = new OwnerTable(connection);
        runs = new RunTable(connection);
    }

    OwnerTable owners() {
        return owners;
    }

    RunTable runs() {
        return runs;
    }

    void begin() throws SQLException {
        begin.update();
        long version = dataVersion.first(row -> row.getLong(1)).orElse(-1L);
        if (version != seenVersion) {
            forget(); // Another process has written, and may have taken over any run.
            seenVersion = version;
        }
    }

    private void forget() {
        owners.forget();
        runs.forget();
    }

    void commit() throws SQLException {
        commit.update();
    }

    /** Undoes the transaction; what goes wrong while doing so is told beside the trouble that led to it. */
    void rollback(Throwable trouble) {
        forget();
        try {
            if (!connection.isClosed()) {
                rollback.update();
            }
        } catch (SQLException e) {
            trouble.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }
}
