package io.quantumlayer.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.RunHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short words for runs and records that mean nothing. */
final class Notes {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Notes() {}

    static Owner owner(SqliteJournal journal) {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().orElseThrow().toEpochMilli();
        return journal.register(self.pid() + "." + start + ".test", Duration.ofSeconds(15), NOW);
    }

    static RunId run(int number) {
        return new RunId(new ApplicationId("acme", "app-" + number), String.format("run%023d", number));
    }

    static RunId begun(SqliteJournal journal, Owner owner, int number) {
        RunHeader header = new RunHeader(run(number), RunKind.DEPLOY, 1, false, NOW.plusMillis(number));
        journal.begin(owner, header, List.of(note("begin")));
        return header.id();
    }

    static JournalRecord note(String text) {
        byte[] json = ("{\"note\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        return new JournalRecord(JournalRecord.Kind.CHECKPOINT, new RecordType("note", 1), NOW, json);
    }

    static void append(SqliteJournal journal, Owner owner, RunId run, JournalRecord... records) {
        journal.append(owner, run, List.of(records), false)
                .toCompletableFuture()
                .join();
    }

    static Failure failureOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertThat(cause).isInstanceOf(QuantumLayerException.class);
        return ((QuantumLayerException) cause).failure();
    }
}
