package io.quantumlayer.core.internal.ledger;

import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Keeps the ledger of each run that goes on here. Thread-safe. */
public final class Ledgers {
    private final Host host;
    private final Clock clock;
    private final BiConsumer<RunId, JournalRecord> told;
    private final UnaryOperator<String> redactor;
    private final Map<RunId, RunLedger> open = new ConcurrentHashMap<>();

    /**
     * A journal and in whose name it is written.
     *
     * @param journal the journal
     * @param owner the owner
     */
    public record Host(Journal journal, Owner owner) {}

    /**
     * Creates an empty set of ledgers.
     *
     * @param host where they are written, and in whose name
     * @param clock the source of time
     * @param told is told of every record once it is durable, in the order of the journal; returns fast
     * @param redactor masks secrets in what is noted
     */
    public Ledgers(Host host, Clock clock, BiConsumer<RunId, JournalRecord> told, UnaryOperator<String> redactor) {
        this.host = host;
        this.clock = clock;
        this.told = told;
        this.redactor = redactor;
    }

    /**
     * Returns the ledger of a run, read from the journal the first time.
     *
     * @param run the run
     * @return its ledger
     */
    public RunLedger of(RunId run) {
        RunLedger known = open.get(run);
        return known == null ? opened(run) : known;
    }

    /** Reads outside of the map, which would make others wait for the journal. */
    private RunLedger opened(RunId run) {
        RunLedger read = new RunLedger(new RunLedger.Writer(host.journal(), host.owner(), run, told), clock, redactor);
        RunLedger other = open.putIfAbsent(run, read);
        return other == null ? read : other;
    }

    /**
     * Tells of the records of a run that were flushed before something that is durable now.
     *
     * @param run the run
     */
    public void tell(RunId run) {
        RunLedger ledger = open.get(run);
        if (ledger != null) {
            ledger.tell();
        }
    }

    /**
     * Forgets a run that has ended here.
     *
     * @param run the run
     */
    public void close(RunId run) {
        open.remove(run);
    }
}
