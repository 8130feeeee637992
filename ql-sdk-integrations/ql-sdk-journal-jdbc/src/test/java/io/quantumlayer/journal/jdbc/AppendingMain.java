package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A process that appends to a journal until it is killed or the disk refuses, and prints after each write how many
 * records of the run are committed for sure: {@code run number, space, records}.
 */
final class AppendingMain {
    static final int RECORDS_A_WRITE = 3;

    private AppendingMain() {}

    /** Arguments: the file, the durability, how many runs to write to at once. */
    public static void main(String[] args) throws InterruptedException {
        int runs = Integer.parseInt(args[2]);
        try (SqliteJournal journal = SqliteJournal.at(Path.of(args[0]))
                .durability(Durability.valueOf(args[1]))
                .build()) {
            ProcessHandle self = ProcessHandle.current();
            long start = self.info().startInstant().orElseThrow().toEpochMilli();
            Owner owner = journal.register(self.pid() + "." + start + ".child", Duration.ofDays(1), Notes.NOW);
            print("claimed " + journal.claim(owner, Notes.NOW).size());
            ExecutorService threads = Executors.newFixedThreadPool(runs);
            threads.invokeAll(IntStream.range(0, runs)
                    .mapToObj(run -> Executors.callable(() -> append(journal, owner, run)))
                    .toList());
            threads.shutdown();
        }
    }

    private static void append(SqliteJournal journal, Owner owner, int number) {
        RunId run = Notes.run(number);
        if (journal.find(run).isEmpty()) {
            Notes.begun(journal, owner, number);
        }
        List<JournalRecord> write = Collections.nCopies(RECORDS_A_WRITE, Notes.note("x".repeat(100 + 700 * number)));
        try {
            for (int records = journal.read(run).size() + RECORDS_A_WRITE; true; records += RECORDS_A_WRITE) {
                journal.append(owner, run, write, false).toCompletableFuture().join();
                print(number + " " + records);
            }
        } catch (CompletionException e) {
            print("failed " + ((QuantumLayerException) e.getCause()).failure());
        }
    }

    private static synchronized void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
