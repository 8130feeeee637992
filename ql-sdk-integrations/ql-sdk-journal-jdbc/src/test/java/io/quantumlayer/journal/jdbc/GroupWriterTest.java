package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class GroupWriterTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("journal.db");
        journal = SqliteJournal.at(file).lockTimeout(Duration.ofMillis(300)).build();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void writesThatComeInDuringACommitShareTheNextOne() throws Exception {
        try (SqliteJournal patient = SqliteJournal.at(file).build();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            Owner owner = Notes.owner(patient);
            RunId run = Notes.begun(patient, owner, 1);
            int before = commits();
            List<CompletableFuture<Void>> stages = new ArrayList<>();
            statement.executeUpdate("BEGIN IMMEDIATE");
            for (int i = 0; i < 500; i++) {
                stages.add(patient.append(owner, run, List.of(Notes.note("n" + i)), false)
                        .toCompletableFuture());
            }
            statement.executeUpdate("ROLLBACK");
            stages.forEach(CompletableFuture::join);
            assertThat(patient.read(run)).hasSize(501);
            assertThat(commits() - before).isBetween(1, 2);
        }
    }

    /** Counts the frames of the write-ahead log that end a transaction: those that name the size of the file. */
    private int commits() throws IOException {
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("journal.db-wal")));
        int found = 0;
        for (int frame = 32; frame + 24 + PAGE <= log.limit(); frame += 24 + PAGE) {
            found += log.getInt(frame + 4) == 0 ? 0 : 1;
        }
        return found;
    }

    @Test
    void aWriteThatDoesNotFitFailsAloneAndLeavesNothing() throws Exception {
        Owner owner = Notes.owner(journal);
        RunId run = Notes.begun(journal, owner, 1);
        JournalRecord misfit =
                new JournalRecord(JournalRecord.Kind.INTENT, new RecordType(null, 1), Notes.NOW, new byte[0]);
        List<CompletableFuture<Void>> good = new ArrayList<>();
        List<CompletableFuture<Void>> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(journal.append(owner, run, List.of(Notes.note("good")), false)
                    .toCompletableFuture());
            bad.add(journal.append(owner, run, List.of(Notes.note("bad"), misfit), false)
                    .toCompletableFuture());
        }
        good.forEach(CompletableFuture::join);
        for (CompletableFuture<Void> one : bad) {
            assertThat(Notes.failureOf(one::join).code()).isEqualTo("journal.refused");
        }
        assertThat(journal.read(run))
                .hasSize(51)
                .noneMatch(stored -> stored.record().equals(Notes.note("bad")));
        assertThat(journal.firstBrokenLink(run)).isEmpty();
    }

    @Test
    void aLockThatAnotherProcessKeepsIsReportedAndThenOvercome() throws SQLException {
        Owner owner = Notes.owner(journal);
        RunId run = Notes.begun(journal, owner, 1);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            Failure failure = Notes.failureOf(() -> Notes.append(journal, owner, run, Notes.note("blocked")));
            assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
            assertThat(failure.code()).isEqualTo("journal.unavailable");
            assertThat(failure.message()).contains("another process has held its write lock for too long");
            assertThat(journal.read(run)).hasSize(1);
            statement.executeUpdate("ROLLBACK");
        }
        Notes.append(journal, owner, run, Notes.note("free"));
        assertThat(journal.read(run)).hasSize(2);
    }

    @Test
    void aDependentStageThatWouldBlockTheWritingThreadIsToldSo() {
        Owner owner = Notes.owner(journal);
        RunId run = Notes.begun(journal, owner, 1);
        Thread caller = Thread.currentThread();
        AtomicBoolean onWriter = new AtomicBoolean();
        CompletableFuture<Void> dependent;
        // Where the write is over before the stage is in place, the caller runs it itself: then once more.
        do {
            dependent = journal.append(owner, run, List.of(Notes.note("one")), false)
                    .thenRun(() -> {
                        onWriter.set(!Thread.currentThread().equals(caller));
                        journal.renew(owner, Notes.NOW);
                    })
                    .toCompletableFuture();
            dependent.handle((done, failure) -> "ended").join();
        } while (!onWriter.get());
        assertThatThrownBy(dependent::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(journal.renew(owner, Notes.NOW)).isTrue();
    }

    @Test
    void itMayBeClosedFromADependentStage() throws Exception {
        Owner owner = Notes.owner(journal);
        RunId run = Notes.begun(journal, owner, 1);
        List<CompletableFuture<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stages.add(journal.append(owner, run, List.of(Notes.note("n" + i)), false)
                    .thenRun(journal::close)
                    .toCompletableFuture());
        }
        long written = stages.stream()
                .filter(stage ->
                        !stage.handle((done, failure) -> failure != null).join())
                .count();
        journal.close();
        try (SqliteJournal again = SqliteJournal.at(file).build()) {
            assertThat(again.read(run)).hasSize((int) written + 1);
        }
    }

    @Test
    void anInterruptDoesNotLoseTheAnswerAndIsKept() {
        Owner owner = Notes.owner(journal);
        Thread.currentThread().interrupt();
        RunId run = Notes.begun(journal, owner, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.find(run)).isPresent();
    }

    @Test
    void closingLeavesNoThread() {
        journal.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ql-journal-writer");
    }

    @Timeout(300)
    @ParameterizedTest
    @EnumSource(value = Durability.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void howManyRecordsItTakesASecond(Durability durability) {
        try (SqliteJournal fast = SqliteJournal.at(folder.resolve("fast.db"))
                .durability(durability)
                .build()) {
            Owner owner = Notes.owner(fast);
            RunId run = Notes.begun(fast, owner, 1);
            List<JournalRecord> write = Collections.nCopies(100, Notes.note("x".repeat(200)));
            for (int round = 0; round < 3; round++) {
                long start = System.nanoTime();
                List<CompletableFuture<Void>> stages = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    stages.add(fast.append(owner, run, write, false).toCompletableFuture());
                }
                stages.forEach(CompletableFuture::join);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "%s: %.0f records/s%n", durability, 20_000 / seconds);
            }
            assertThat(fast.read(run)).hasSize(60_001);
        }
    }
}
