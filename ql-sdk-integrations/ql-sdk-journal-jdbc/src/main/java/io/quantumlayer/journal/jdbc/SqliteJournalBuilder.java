package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.spi.journal.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** Says where a journal is kept and what it survives. Not thread-safe. */
public final class SqliteJournalBuilder {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Path path;
    private Durability durability = Durability.POWER_LOSS;
    private Duration lockTimeout = Duration.ofSeconds(10);

    SqliteJournalBuilder(Path path) {
        this.path = path;
    }

    /**
     * Sets what a committed record survives; {@link Durability#POWER_LOSS} by default. All processes that share the
     * file should choose the same.
     *
     * @param level {@code POWER_LOSS} or {@code PROCESS_DEATH}
     * @return this builder
     * @throws IllegalArgumentException for {@code NONE}, which no file is needed for
     */
    public SqliteJournalBuilder durability(Durability level) {
        if (level == Durability.NONE) {
            throw new IllegalArgumentException("durability NONE needs no file; choose PROCESS_DEATH or POWER_LOSS");
        }
        durability = Objects.requireNonNull(level, "level");
        return this;
    }

    /**
     * Sets how long a write waits for other processes that write to the same file, before it fails; 10 seconds by
     * default.
     *
     * @param limit from 1 millisecond to 10 minutes
     * @return this builder
     * @throws IllegalArgumentException if the limit is outside of that
     */
    public SqliteJournalBuilder lockTimeout(Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("lockTimeout " + limit + " is not from 1 ms to 10 minutes");
        }
        lockTimeout = limit;
        return this;
    }

    /**
     * Opens the journal, and first makes the file, with the folders above it, or brings it to this library's schema.
     * Each call opens another one.
     *
     * @return the open journal, to be closed by the caller
     * @throws io.quantumlayer.api.error.QuantumLayerException of type configuration, code {@code journal.path}, if the
     *     path names no plain file; code {@code journal.schema}, if the file is another database or of a newer library;
     *     code {@code journal.driver}, if the driver's native library cannot be loaded; of type dependency, code
     *     {@code journal.unavailable}, if the file cannot be written or is damaged
     */
    public SqliteJournal build() {
        SqliteFile file = new SqliteFile(path, durability, lockTimeout);
        file.prepare();
        SqliteFailures failures = file.failures();
        try {
            Connection connection = file.openWriter();
            WriteSession session = session(connection, failures);
            return new SqliteJournal(file, session);
        } catch (SQLException e) {
            throw failures.of(e);
        }
    }

    private static WriteSession session(Connection connection, SqliteFailures failures) throws SQLException {
        try {
            new Schema(failures).bringUpToDate(connection);
            return new WriteSession(connection, failures);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
