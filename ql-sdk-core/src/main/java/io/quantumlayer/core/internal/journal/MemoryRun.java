package io.quantumlayer.core.internal.journal;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** One run: who holds it, and its records as one hash chain. Thread-safe; runs never wait for each other. */
final class MemoryRun {
    private static final String START = "0".repeat(64);

    private final RunHeader header;
    private final long age;
    private final List<StoredRecord> records = new ArrayList<>();
    private long fence;
    private boolean ended;
    private String link = START;

    MemoryRun(RunHeader header, long age, long fence) {
        this.header = header;
        this.age = age;
        this.fence = fence;
    }

    RunId id() {
        return header.id();
    }

    /** Returns its place among all runs of the journal, in the order in which they began. */
    long age() {
        return age;
    }

    Instant createdAt() {
        return header.createdAt();
    }

    /** Appends records unless the writer no longer holds the run, which an ended run is by nobody. */
    synchronized boolean append(long writer, List<JournalRecord> added, boolean ends) {
        if (writer != fence || ended) {
            return false;
        }
        for (JournalRecord record : added) {
            link = record.link(link);
            records.add(new StoredRecord(header.id(), records.size(), record, link));
        }
        ended = ends;
        return true;
    }

    /** Gives the unfinished run of a dead owner to another one. */
    synchronized boolean claim(long claimer, LongPredicate dead) {
        if (ended || fence == claimer || !dead.test(fence)) {
            return false;
        }
        fence = claimer;
        return true;
    }

    synchronized List<StoredRecord> records() {
        return List.copyOf(records);
    }

    synchronized boolean ended() {
        return ended;
    }

    RunHeader header() {
        return new RunHeader(header.id(), header.kind(), header.flowVersion(), ended(), header.createdAt());
    }
}
