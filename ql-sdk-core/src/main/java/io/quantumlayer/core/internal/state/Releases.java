package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.core.internal.codec.Json;
import java.time.Instant;

/** Reads and encodes the releases of applications. Thread-safe. */
public final class Releases {
    private static final RecordType TYPE = new RecordType("release-change", 1);

    private final Journal journal;

    /**
     * Creates a reader.
     *
     * @param journal where the changes are kept
     */
    public Releases(Journal journal) {
        this.journal = journal;
    }

    /**
     * Reads the releases of an application.
     *
     * @param application the application
     * @return its book as the journal has it now
     */
    public ReleaseBook book(ApplicationId application) {
        return ReleaseBook.of(journal.records(application, JournalRecord.Kind.RELEASE).stream()
                .map(stored -> Json.read(stored.record().json(), ReleaseChange.class))
                .toList());
    }

    /**
     * Encodes a change.
     *
     * @param change the change
     * @param at when
     * @return the record to append
     */
    public static JournalRecord record(ReleaseChange change, Instant at) {
        return new JournalRecord(JournalRecord.Kind.RELEASE, TYPE, at, Json.write(change));
    }
}
