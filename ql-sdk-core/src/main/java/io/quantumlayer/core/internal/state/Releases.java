package io.quantumlayer.core.internal.state;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.ledger.Action;
import io.quantumlayer.core.internal.ledger.Intent;
import io.quantumlayer.core.internal.ledger.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * Reads what runs that have ended left behind: effects that were made or may have been made, that no placed release
     * has and that were never seen absent.
     *
     * @param application the application
     * @param remover the run that removes them now; what it has removed already is still given
     * @return their intents, the last one first
     */
    public List<Intent> remains(ApplicationId application, RunId remover) {
        Set<String> used = book(application).resources(null);
        List<Intent> left = made(application, Action.ENSURE, remover);
        left.removeIf(intent -> used.contains(intent.operation().resource()));
        return left;
    }

    /**
     * Reads which images the runs of an application put into a registry, or may have put there, and that were never
     * seen absent.
     *
     * @param application the application
     * @param remover the run that removes them now; what it has removed already is still given
     * @return their intents, the last one first
     */
    public List<Intent> published(ApplicationId application, RunId remover) {
        return made(application, Action.PUBLISH, remover);
    }

    private List<Intent> made(ApplicationId application, Action action, RunId remover) {
        Map<String, Intent> made = new LinkedHashMap<>();
        for (StoredRecord stored : journal.records(application, JournalRecord.Kind.INTENT)) {
            byte[] json = stored.record().json();
            if (Json.fields(json, 1).read("action", Action.class) == action) {
                Intent intent = Json.read(json, Intent.class);
                made.put(intent.key(), intent);
            }
        }
        if (made.isEmpty()) {
            return new ArrayList<>();
        }
        for (StoredRecord stored : journal.records(application, JournalRecord.Kind.OUTCOME)) {
            Result result = Json.read(stored.record().json(), Result.class);
            boolean gone = result.action() == Action.REMOVE && result.state() == Result.State.GONE;
            if (gone && !stored.run().equals(remover)) {
                made.remove(result.key());
            }
        }
        List<Intent> left = new ArrayList<>(made.values());
        Collections.reverse(left);
        return left;
    }

    /**
     * Reads to which releases of an application a monitor was attached, or may have been, and was not detached since.
     *
     * @param application the application
     * @param monitor the monitor's id
     * @return the intents to attach it, the last one first
     */
    public List<Intent> watched(ApplicationId application, String monitor) {
        Map<String, Intent> attached = new LinkedHashMap<>();
        Map<String, String> detaching = new LinkedHashMap<>();
        for (StoredRecord stored : journal.records(application, JournalRecord.Kind.INTENT)) {
            Intent intent = Json.read(stored.record().json(), Intent.class);
            if (intent.action() == Action.ATTACH && intent.provider().equals(monitor)) {
                attached.put(intent.operation().resource(), intent);
            } else if (intent.action() == Action.DETACH) {
                detaching.put(intent.key(), intent.operation().resource());
            }
        }
        for (StoredRecord stored : journal.records(application, JournalRecord.Kind.OUTCOME)) {
            Result result = Json.read(stored.record().json(), Result.class);
            if (result.action() == Action.DETACH && result.state() == Result.State.DONE) {
                attached.remove(detaching.getOrDefault(result.key(), ""));
            }
        }
        List<Intent> left = new ArrayList<>(attached.values());
        Collections.reverse(left);
        return left;
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
