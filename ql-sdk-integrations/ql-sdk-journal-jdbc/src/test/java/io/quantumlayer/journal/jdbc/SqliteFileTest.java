package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadAnyOfItsFiles() throws IOException {
        Path file = folder.resolve("new").resolve("journal.db");
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            Notes.owner(journal);
            for (String suffix : List.of("", "-wal", "-shm")) {
                assertThat(permissions(file.resolveSibling("journal.db" + suffix)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatOthersCouldReadIsTakenFromThem() throws IOException {
        Path file = folder.resolve("journal.db");
        SqliteJournal.at(file).build().close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            Notes.owner(journal);
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("journal.db-wal"))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-wal", "-shm", "-journal"})
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsRefused(String suffix) throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "mine");
        Path file = folder.resolve("journal.db");
        Files.createSymbolicLink(folder.resolve("journal.db" + suffix), target);
        assertRefused(file, "journal.path", "is a link");
        assertThat(target).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsRefused() throws IOException {
        Path file = folder.resolve("journal.db");
        Files.createSymbolicLink(file, folder.resolve("nothing"));
        assertRefused(file, "journal.path", "is a link");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aFolderIsRefused() {
        assertRefused(folder, "journal.path", "a folder");
    }

    private static void assertRefused(Path file, String code, String why) {
        Failure failure = Notes.failureOf(() -> SqliteJournal.at(file).build());
        assertThat(failure.type()).isEqualTo(ErrorType.CONFIGURATION);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message()).contains(file.toString()).contains(why);
    }

    @Test
    void aRelativePathIsRefused() {
        assertThatThrownBy(() -> SqliteJournal.at(Path.of("journal.db")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absolute");
    }

    @Test
    void anyFileNameWillDo() {
        Path file = folder.resolve("ä b?c%20d#e;f&g=h'").resolve("jo?mode=ro%41#.db");
        SqliteJournal journal = SqliteJournal.at(file).build();
        Notes.owner(journal);
        journal.close();
        assertThat(file).isNotEmptyFile();
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
    }

    @ParameterizedTest
    @CsvSource({"POWER_LOSS, 2", "PROCESS_DEATH, 1"})
    void theWriterFlushesAsItsDurabilitySays(Durability durability, int synchronous) throws SQLException {
        SqliteFile file = new SqliteFile(folder.resolve("journal.db"), durability, Duration.ofSeconds(1));
        file.prepare();
        try (Connection writer = file.openWriter()) {
            assertThat(pragma(writer, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(writer, "synchronous")).isEqualTo(Integer.toString(synchronous));
        }
        try (SqliteJournal journal = SqliteJournal.at(folder.resolve("other.db"))
                .durability(durability)
                .build()) {
            assertThat(journal.durability()).isEqualTo(durability);
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void survivesPowerLossUnlessTheHostAsksForLess() {
        try (SqliteJournal journal =
                SqliteJournal.at(folder.resolve("journal.db")).build()) {
            assertThat(journal.durability()).isEqualTo(Durability.POWER_LOSS);
        }
        SqliteJournalBuilder builder = SqliteJournal.at(folder.resolve("journal.db"));
        assertThatThrownBy(() -> builder.durability(Durability.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.lockTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.lockTimeout(Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAsDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.db"), "this is a letter, not a database. ".repeat(100));
        assertDamaged(Notes.failureOf(() -> SqliteJournal.at(file).build()), file);
        assertThat(file).content().startsWith("this is a letter");
    }

    @Test
    void damageInsideTheFileIsNamedWhenItIsMet() throws IOException {
        Path file = folder.resolve("journal.db");
        SqliteJournal before = SqliteJournal.at(file).build();
        Owner owner = Notes.owner(before);
        Notes.begun(before, owner, 1);
        for (int i = 0; i < 200; i++) {
            Notes.append(before, owner, Notes.run(1), Notes.note("x".repeat(1000)));
        }
        before.close();
        byte[] bytes = Files.readAllBytes(file);
        for (int page = 20; page < bytes.length / 4096; page++) {
            bytes[page * 4096] = 77; // No page begins like this.
        }
        Files.write(file, bytes);
        try (SqliteJournal journal = SqliteJournal.at(file).build()) {
            assertDamaged(Notes.failureOf(() -> journal.read(Notes.run(1))), file);
        }
    }

    private static void assertDamaged(Failure failure, Path file) {
        assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
        assertThat(failure.code()).isEqualTo("journal.unavailable");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.message())
                .isEqualTo("Journal " + file
                        + " cannot be used: the file is damaged or is not a journal; restore it from a copy");
    }
}
