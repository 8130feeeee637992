package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs and their records, from the reading side, with each statement prepared once. Every question names its tenant.
 * Used by one thread at a time.
 */
final class RunQueries implements AutoCloseable {
    private static final String HEADER =
            "SELECT id, kind, flow_version, ended, created_ms FROM run" + " WHERE tenant = ? AND application = ?";

    // A cross join is read from left to right: first the few runs, then the records of each.
    private static final String RECORDS = "SELECT run.application, run.id, record.sequence, record.kind, record.type,"
            + " record.schema_version, record.at_ms, record.link, record.json FROM run CROSS JOIN record"
            + " WHERE record.tenant = run.tenant AND record.run = run.number AND run.tenant = ?";

    private final Connection connection;
    private final Map<String, Prepared> statements = new HashMap<>();

    RunQueries(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    private Prepared prepared(String sql) throws SQLException {
        Prepared known = statements.get(sql);
        if (known == null) {
            known = new Prepared(connection, sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** Closes the connection, and with it the statements. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    Optional<RunHeader> find(RunId run) throws SQLException {
        ApplicationId application = run.application();
        return prepared(HEADER + " AND id = ?")
                .first(row -> header(application, row), application.tenant(), application.name(), run.value());
    }

    List<RunHeader> runs(ApplicationId application) throws SQLException {
        return prepared(HEADER + " ORDER BY number")
                .list(row -> header(application, row), application.tenant(), application.name());
    }

    List<RunHeader> ended(ApplicationId application, Instant createdBefore) throws SQLException {
        return prepared(HEADER + " AND ended = 1 AND created_ms < ? ORDER BY number")
                .list(
                        row -> header(application, row),
                        application.tenant(),
                        application.name(),
                        createdBefore.toEpochMilli());
    }

    List<ApplicationId> applications(String tenant) throws SQLException {
        String sql = "SELECT DISTINCT application FROM run WHERE tenant = ? ORDER BY application";
        return prepared(sql).list(row -> application(tenant, row.getString(1)), tenant);
    }

    List<StoredRecord> records(RunId run) throws SQLException {
        ApplicationId application = run.application();
        String sql = RECORDS + " AND run.application = ? AND run.id = ? ORDER BY record.sequence";
        return prepared(sql)
                .list(row -> record(application.tenant(), row), application.tenant(), application.name(), run.value());
    }

    List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind) throws SQLException {
        return prepared(recordsOfKind(kind))
                .list(row -> record(application.tenant(), row), application.tenant(), application.name());
    }

    /** The kind is spelled out, because an index over some rows is used only where the text asks for these rows. */
    static String recordsOfKind(JournalRecord.Kind kind) {
        return RECORDS + " AND run.application = ? AND record.kind = '" + kind.name()
                + "' ORDER BY run.number, record.sequence";
    }

    /** Reads the runs of a tenant, in the order of their ids. */
    List<RunId> runs(String tenant) throws SQLException {
        return prepared("SELECT application, id FROM run WHERE tenant = ? ORDER BY id, application")
                .list(row -> run(tenant, row.getString(1), row.getString(2)), tenant);
    }

    private static RunHeader header(ApplicationId application, ResultSet row) throws SQLException {
        RunId run = run(application.tenant(), application.name(), row.getString(1));
        RunKind kind = known(RunKind.class, row.getString(2));
        return new RunHeader(run, kind, row.getInt(3), row.getInt(4) != 0, Instant.ofEpochMilli(row.getLong(5)));
    }

    private static StoredRecord record(String tenant, ResultSet row) throws SQLException {
        RunId run = run(tenant, row.getString(1), row.getString(2));
        JournalRecord record = new JournalRecord(
                known(JournalRecord.Kind.class, row.getString(4)),
                new RecordType(row.getString(5), row.getInt(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getBytes(9));
        return new StoredRecord(run, row.getLong(3), record, HexFormat.of().formatHex(row.getBytes(8)));
    }

    private static RunId run(String tenant, String application, String id) {
        try {
            return new RunId(application(tenant, application), id);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRow(e);
        }
    }

    private static ApplicationId application(String tenant, String name) {
        try {
            return new ApplicationId(tenant, name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRow(e);
        }
    }

    private static <E extends Enum<E>> E known(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRow(e);
        }
    }
}
