package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SqliteFailuresTest {
    private final SqliteFailures failures = new SqliteFailures(Path.of("/data/journal.db"));

    @Test
    void aFullDiskIsNamedAndMeetsEveryWrite() throws SQLException {
        SQLException full = provoke("PRAGMA max_page_count = 2", "CREATE TABLE t AS SELECT zeroblob(100000) AS x");
        assertThat(failures.concernsAll(full)).isTrue();
        assertUnavailable(full, "Journal /data/journal.db cannot be used: the disk is full; free some space");
    }

    @Test
    void aReadOnlyFileIsNamedAndMeetsEveryWrite() throws SQLException {
        SQLException readOnly = provoke("PRAGMA query_only = ON", "CREATE TABLE t (x)");
        assertThat(failures.concernsAll(readOnly)).isTrue();
        assertUnavailable(
                readOnly,
                "Journal /data/journal.db cannot be used: the file or its folder is read-only; make it writable");
    }

    @Test
    void aRowThatDoesNotFitConcernsItsOwnWriteOnly() throws SQLException {
        SQLException misfit = provoke("CREATE TABLE t (x TEXT NOT NULL)", "INSERT INTO t VALUES (NULL)");
        assertThat(failures.concernsAll(misfit)).isFalse();
        Failure failure = failures.of(misfit).failure();
        assertThat(failure.type()).isEqualTo(ErrorType.VALIDATION);
        assertThat(failure.code()).isEqualTo("journal.refused");
        assertThat(failure.retryable()).isFalse();
    }

    private void assertUnavailable(SQLException trouble, String message) {
        Failure failure = failures.of(trouble).failure();
        assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
        assertThat(failure.code()).isEqualTo("journal.unavailable");
        assertThat(failure.message()).isEqualTo(message);
    }

    private static SQLException provoke(String preparation, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute(preparation);
            return catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(sql));
        }
    }
}
