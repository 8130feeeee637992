package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("journal.db");
    }

    @Test
    void aFileOfTheFirstSchemaIsReadAndContinued() throws Exception {
        try (InputStream script = SchemaTest.class.getResourceAsStream("schema-1.sql")) {
            execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            assertThat(journal.read(Notes.run(1))).hasSize(3);
            assertThat(journal.read(Notes.run(1)).get(1).record()).isEqualTo(Notes.note("grüße"));
            assertThat(journal.records(Notes.run(1).application(), JournalRecord.Kind.RELEASE))
                    .hasSize(1);
            Owner owner = Notes.owner(journal);
            assertThat(owner.fence()).isEqualTo(2);
            assertThat(journal.claim(owner, Notes.NOW.plusSeconds(60))).containsExactly(Notes.run(3));
            Notes.append(journal, owner, Notes.run(3), Notes.note("continued"));
            assertThat(journal.read(Notes.run(3))).hasSize(2);
            assertThat(journal.firstBrokenLink(Notes.run(1))).isEmpty();
            assertThat(journal.firstBrokenLink(Notes.run(3))).isEmpty();
        }
    }

    @Test
    void aFileOfANewerSchemaIsRefusedNamingBothVersions() throws SQLException {
        SqliteJournal.at(file).build().close();
        execute("INSERT INTO migration (version, name, digest) VALUES (7, '007-future.sql', 'sha256:00')");
        assertRefused("it has schema version 7 and this library knows up to version 1");
    }

    @Test
    void aMigrationThatWasEditedAfterwardsIsNoticed() throws SQLException {
        SqliteJournal.at(file).build().close();
        execute("UPDATE migration SET digest = 'sha256:00' WHERE version = 1");
        assertRefused("migration 1 was applied from another text");
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws SQLException {
        execute("CREATE TABLE customer (name TEXT)");
        assertRefused("an SQLite database of something else");
        assertThat(count("SELECT count(*) FROM sqlite_master")).isEqualTo(1);
    }

    private void assertRefused(String why) {
        Failure failure = Notes.failureOf(() -> SqliteJournal.at(file).build());
        assertThat(failure.type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure.code()).isEqualTo("journal.schema");
        assertThat(failure.message()).contains(file.toString()).contains(why);
    }

    @Test
    void manyMayOpenANewFileAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<SqliteJournal> opener = () -> SqliteJournal.at(file).build();
        for (Future<SqliteJournal> opened : threads.invokeAll(Collections.nCopies(8, opener))) {
            opened.get().close();
        }
        threads.shutdown();
        assertThat(count("SELECT count(*) FROM migration")).isEqualTo(1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
