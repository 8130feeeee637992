package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings the tables of a journal to the version this library knows: ordered SQL resources, each applied once, each
 * remembered with its digest. All of it is one transaction, so a file is either at a version or untouched.
 */
final class Schema {
    /** Version n is the n-th of them; what was published is never edited, only followed by another. */
    private static final List<String> MIGRATIONS = List.of("001-journal.sql");

    private final SqliteFailures failures;

    Schema(SqliteFailures failures) {
        this.failures = failures;
    }

    void bringUpToDate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            try {
                migrate(connection, statement);
                statement.executeUpdate("COMMIT");
            } catch (SQLException | RuntimeException e) {
                statement.executeUpdate("ROLLBACK");
                throw e;
            }
        }
    }

    private void migrate(Connection connection, Statement statement) throws SQLException {
        if (count(statement, "SELECT count(*) FROM sqlite_master WHERE name = 'migration'") == 0) {
            refuseForeign(statement);
            statement.executeUpdate("CREATE TABLE migration"
                    + " (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL)");
        }
        int stands = count(statement, "SELECT coalesce(max(version), 0) FROM migration");
        if (stands > MIGRATIONS.size()) {
            throw failures.unusable(
                    "journal.schema",
                    "it has schema version " + stands + " and this library knows up to version " + MIGRATIONS.size()
                            + "; use a newer ql-sdk-journal-jdbc");
        }
        check(connection);
        for (int version = stands + 1; version <= MIGRATIONS.size(); version++) {
            apply(connection, statement, version);
        }
    }

    private void refuseForeign(Statement statement) throws SQLException {
        if (count(statement, "SELECT count(*) FROM sqlite_master") > 0) {
            throw failures.unusable(
                    "journal.schema", "the file is an SQLite database of something else; name another file");
        }
    }

    private void check(Connection connection) throws SQLException {
        try (Prepared applied = new Prepared(connection, "SELECT version, digest FROM migration ORDER BY version")) {
            List<Applied> all = applied.list(row -> new Applied(row.getInt(1), row.getString(2)));
            for (Applied one : all) {
                if (!Digest.of(text(one.version())).toString().equals(one.digest())) {
                    throw failures.unusable(
                            "journal.schema",
                            "migration " + one.version() + " was applied from another text than this library's;"
                                    + " use the ql-sdk-journal-jdbc that made the file");
                }
            }
        }
    }

    private static void apply(Connection connection, Statement statement, int version) throws SQLException {
        String text = text(version);
        statement.executeUpdate(text);
        try (Prepared note =
                new Prepared(connection, "INSERT INTO migration (version, name, digest) VALUES (?, ?, ?)")) {
            note.update(version, MIGRATIONS.get(version - 1), Digest.of(text).toString());
        }
    }

    private static int count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String text(int version) {
        String name = MIGRATIONS.get(version - 1);
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's jar cannot be read", e);
        }
    }

    private record Applied(int version, String digest) {}
}
