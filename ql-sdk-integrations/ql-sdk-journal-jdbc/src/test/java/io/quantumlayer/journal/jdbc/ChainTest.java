package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    @TempDir
    Path folder;

    private SqliteJournal journal;
    private Owner owner;
    private RunId run;

    @BeforeEach
    void write() {
        journal = SqliteJournal.at(folder.resolve("journal.db")).build();
        owner = Notes.owner(journal);
        run = Notes.begun(journal, owner, 1);
        Notes.append(journal, owner, run, Notes.note("one"), Notes.note("two"), Notes.note("three"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(journal.firstBrokenLink(run)).isEmpty();
        assertThat(journal.firstBrokenLink(Notes.run(2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE record SET json = '{}' WHERE sequence = 2 | 2",
                "UPDATE record SET at_ms = at_ms + 1 WHERE sequence = 1 | 1",
                "UPDATE record SET kind = 'INTENT' WHERE sequence = 0 | 0",
                "UPDATE record SET link = zeroblob(32) WHERE sequence = 3 | 3",
                "DELETE FROM record WHERE sequence = 1 | 1"
            })
    void whoeverTouchesARecordBreaksTheChainThere(String sql, long sequence) throws SQLException {
        execute(sql);
        assertThat(journal.firstBrokenLink(run)).hasValue(sequence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE record SET kind = 'GUESS' WHERE sequence = 2", "UPDATE run SET kind = 'GUESS'"})
    void aRowThatNobodyCanHaveWrittenIsCalledDamage(String sql) throws SQLException {
        execute(sql);
        Failure failure = Notes.failureOf(() -> {
            journal.read(run);
            journal.find(run);
        });
        assertThat(failure.code()).isEqualTo("journal.unavailable");
        assertThat(failure.message()).contains("damaged");
    }

    @Test
    void anExportIsJsonWhateverARecordHolds() throws IOException {
        Notes.append(journal, owner, run, raw("not \"json\"\n"), raw("{} {}"), raw(""), raw("[1"), raw(" [1,\n2] "));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        journal.export("acme", out);
        List<String> lines =
                out.toString(StandardCharsets.UTF_8).lines().skip(4).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).endsWith("\"record\":\"not \\\"json\\\"\\n\"}");
        assertThat(lines.get(1)).endsWith("\"record\":\"{} {}\"}");
        assertThat(lines.get(2)).endsWith("\"record\":\"\"}");
        assertThat(lines.get(3)).endsWith("\"record\":\"[1\"}");
        assertThat(lines.get(4)).endsWith("\"record\": [1, 2] }");
    }

    private static JournalRecord raw(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        return new JournalRecord(JournalRecord.Kind.OUTCOME, new RecordType("raw", 1), Notes.NOW, json);
    }

    @Test
    void theReleasesOfAnApplicationAreFoundWithoutReadingItsOtherRecords() throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve("journal.db"), journal.durability(), Duration.ofSeconds(1));
        try (Connection reader = file.openReader();
                Statement statement = reader.createStatement();
                ResultSet plan = statement.executeQuery(
                        "EXPLAIN QUERY PLAN " + RunQueries.recordsOfKind(JournalRecord.Kind.RELEASE))) {
            StringBuilder text = new StringBuilder();
            while (plan.next()) {
                text.append(plan.getString("detail")).append('\n');
            }
            assertThat(text).contains("record_release").doesNotContain("SCAN");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
