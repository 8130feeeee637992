package io.quantumlayer.core.internal.ledger;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.codec.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The ledger of one run. An intent is durable when {@link #intend} returns; a result may be held until the next intent
 * or {@link #flush}, whichever is first. Used by one step at a time; synchronised because an abandoned step may still
 * call.
 */
public final class RunLedger {
    private static final RecordType INTENT = new RecordType("effect-intent", 1);
    private static final RecordType RESULT = new RecordType("effect-result", 1);

    private final Writer writer;
    private final Clock clock;
    private final UnaryOperator<String> redactor;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<JournalRecord> held = new ArrayList<>();
    private final Deque<Written> untold = new ArrayDeque<>(1);

    RunLedger(Writer writer, Clock clock, UnaryOperator<String> redactor) {
        this.redactor = redactor;
        this.writer = writer;
        this.clock = clock;
        writer.journal().read(writer.run()).forEach(this::replay);
    }

    /**
     * Where one run's records go.
     *
     * @param journal the journal
     * @param owner in whose name
     * @param run the run
     * @param told is told of every durable record in order
     */
    record Writer(Journal journal, Owner owner, RunId run, BiConsumer<RunId, JournalRecord> told) {
        Written append(List<JournalRecord> batch) {
            return new Written(batch, journal.append(owner, run, batch, false).toCompletableFuture());
        }
    }

    /**
     * Records that the journal was given.
     *
     * @param batch the records
     * @param durable completes when they are durable
     */
    record Written(List<JournalRecord> batch, CompletableFuture<Void> durable) {}

    private void replay(StoredRecord stored) {
        JournalRecord record = stored.record();
        switch (record.kind()) {
            case INTENT -> {
                Intent intent = Json.read(record.json(), Intent.class);
                entries.put(slot(intent.key(), intent.action()), new Entry(intent, record.at(), null));
            }
            case OUTCOME -> settle(Json.read(record.json(), Result.class), record.at());
            case CHECKPOINT, RELEASE -> {
                // Not the ledger's.
            }
        }
    }

    /**
     * Returns what is known under a key.
     *
     * @param key the effect's key
     * @param action the kind of effect
     * @return the entry, or empty if nothing was intended
     */
    public synchronized Optional<Entry> find(String key, Action action) {
        return Optional.ofNullable(entries.get(slot(key, action)));
    }

    /**
     * Returns all entries in the order of their first intent.
     *
     * @return a copy
     */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Writes an intent; the effect may be made once this returns.
     *
     * @param intent the intent
     */
    public synchronized void intend(Intent intent) {
        JournalRecord record =
                new JournalRecord(JournalRecord.Kind.INTENT, INTENT, clock.instant(), Json.write(intent));
        held.add(record);
        write(true);
        entries.put(slot(intent.key(), intent.action()), new Entry(intent, record.at(), null));
    }

    /**
     * Notes a result.
     *
     * @param result the result
     */
    public synchronized void note(Result result) {
        byte[] json = redactor.apply(new String(Json.write(result), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        held.add(new JournalRecord(JournalRecord.Kind.OUTCOME, RESULT, now, json));
        settle(result, now);
    }

    /**
     * Appends a record of another kind, durable when this returns.
     *
     * @param record the record
     */
    public synchronized void append(JournalRecord record) {
        held.add(record);
        write(true);
    }

    /** Hands what is held to the journal, ahead of whatever is appended to the run next. */
    public synchronized void flush() {
        if (!held.isEmpty()) {
            write(false);
        }
    }

    /** Tells of what has become durable; called when something that was written later is. */
    public synchronized void tell() {
        while (!untold.isEmpty() && untold.peek().durable().isDone()) {
            Written written = untold.remove();
            if (!written.durable().isCompletedExceptionally()) {
                written.batch().forEach(r -> writer.told().accept(writer.run(), r));
            }
        }
    }

    private void write(boolean wait) {
        List<JournalRecord> batch = List.copyOf(held);
        held.clear();
        Written written = writer.append(batch);
        untold.add(written);
        if (wait) {
            join(written.durable());
            tell();
        }
    }

    private static void join(CompletableFuture<Void> durable) {
        try {
            durable.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void settle(Result result, Instant at) {
        entries.computeIfPresent(slot(result.key(), result.action()), (k, e) -> new Entry(e.intent(), at, result));
    }

    private static String slot(String key, Action action) {
        return key + '/' + action;
    }
}
