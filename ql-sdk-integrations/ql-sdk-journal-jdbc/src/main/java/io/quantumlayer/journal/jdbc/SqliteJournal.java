package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A journal in one SQLite file. Thread-safe; several processes of one machine may share the file, processes of several
 * machines may not.
 *
 * <p>One thread writes, and commits in one transaction whatever came in while it wrote before. Readers never wait for
 * it, nor it for them. With {@link Durability#POWER_LOSS} each such transaction is flushed to the disk before its
 * writes return. With {@link Durability#PROCESS_DEATH} the operating system holds it from then on and the disk gets it
 * later: a crash of the machine may lose the last moments, yet never harms what is older, because the order of writes
 * is still kept.
 *
 * <p>The file, and what SQLite keeps beside it, is readable by its owner only, where the file system knows owners. It
 * is copied while open with SQLite's own backup, never with a plain copy.
 *
 * <p>A dead owner is noticed at once if its name begins with process id and start time and it ran on this machine in
 * this container; otherwise when its lease expires. Times are kept in milliseconds. A write that SQLite itself refuses,
 * such as one beyond its size limit, fails alone with type validation and code {@code journal.refused}.
 */
public final class SqliteJournal implements Journal {
    private static final int PRUNED_AT_ONCE = 100;

    private final Durability durability;
    private final GroupWriter writer;
    private final Readers readers;

    SqliteJournal(SqliteFile file, WriteSession session) {
        durability = file.durability();
        readers = new Readers(file);
        writer = new GroupWriter(session, file.failures());
        writer.start();
    }

    /**
     * Starts to describe a journal.
     *
     * @param path the absolute path of its file, which need not exist; never a link
     * @return a builder
     * @throws IllegalArgumentException if the path is relative or not of the default file system
     */
    public static SqliteJournalBuilder at(Path path) {
        if (!path.isAbsolute()
                || path.getFileName() == null
                || !path.getFileSystem().equals(FileSystems.getDefault())) {
            throw new IllegalArgumentException(
                    "the journal's path must be the absolute path of a file on a disk, not '" + path + "'");
        }
        return new SqliteJournalBuilder(path);
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public Owner register(String name, Duration lease, Instant now) {
        return writer.call(0, session -> session.owners().register(name, lease, now));
    }

    @Override
    public boolean renew(Owner owner, Instant now) {
        return writer.callFirst(session -> session.owners().renew(owner, now));
    }

    @Override
    public void release(Owner owner) {
        writer.call(0, session -> session.owners().remove(owner.fence()));
    }

    @Override
    public void begin(Owner owner, RunHeader header, List<JournalRecord> first) {
        if (header.ended()) {
            throw new IllegalArgumentException("run " + header.id() + " cannot begin: its header says that it ended");
        }
        List<JournalRecord> records = some(header.id(), first);
        writer.call(bytes(records), session -> {
            if (!session.owners().alive(owner)) {
                throw Refused.fenced(owner, header.id());
            }
            session.runs().begin(owner, header, records);
            return header;
        });
    }

    @Override
    public CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) {
        List<JournalRecord> added = some(run, records);
        Change<Void> change = session -> {
            session.runs().append(owner, run, added, ends);
            return null;
        };
        return writer.submit(bytes(added), change);
    }

    private static List<JournalRecord> some(RunId run, List<JournalRecord> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a write to run " + run + " needs at least one record");
        }
        return List.copyOf(records);
    }

    private static long bytes(List<JournalRecord> records) {
        return records.stream().mapToLong(record -> record.json().length).sum();
    }

    @Override
    public List<StoredRecord> read(RunId run) {
        return ask(queries -> queries.records(run));
    }

    @Override
    public Optional<RunHeader> find(RunId run) {
        return ask(queries -> queries.find(run));
    }

    @Override
    public List<RunHeader> runs(ApplicationId application) {
        return ask(queries -> queries.runs(application));
    }

    @Override
    public List<ApplicationId> applications(String tenant) {
        return ask(queries -> queries.applications(tenant));
    }

    @Override
    public List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind) {
        return ask(queries -> queries.records(application, kind));
    }

    /** {@inheritDoc} An owner that was declared dead itself takes over nothing. */
    @Override
    public List<RunId> claim(Owner owner, Instant now) {
        return writer.call(0, session -> {
            if (!session.owners().alive(owner)) {
                return List.of();
            }
            session.owners().bury(owner, now);
            return session.runs().takeOver(owner);
        });
    }

    /**
     * {@inheritDoc} Each run is removed as a whole; runs are removed a hundred at a time, so that other writes pass
     * between. The file does not shrink, its free space is used again.
     */
    @Override
    public int prune(ApplicationId application, Instant endedBefore, Set<RunId> keep) {
        List<RunId> old = ask(queries -> queries.ended(application, endedBefore)).stream()
                .map(RunHeader::id)
                .filter(run -> !keep.contains(run))
                .toList();
        int removed = 0;
        for (int from = 0; from < old.size(); from += PRUNED_AT_ONCE) {
            List<RunId> some = old.subList(from, Math.min(from + PRUNED_AT_ONCE, old.size()));
            removed += writer.call(0, session -> session.runs().remove(some));
        }
        return removed;
    }

    /**
     * {@inheritDoc} The lines show one moment, whatever is written meanwhile. The record's own text stands in the last
     * field, {@code record}, with line breaks as spaces; bytes that are not JSON stand there as a string.
     */
    @Override
    public void export(String tenant, OutputStream out) throws IOException {
        readers.<OutputStream, IOException>read(queries -> {
            try (Statement moment = queries.connection().createStatement()) {
                moment.executeUpdate("BEGIN");
                try {
                    write(queries, tenant, out);
                } finally {
                    moment.executeUpdate("COMMIT");
                }
            }
            return out;
        });
    }

    private static void write(RunQueries queries, String tenant, OutputStream out) throws SQLException, IOException {
        JsonLines lines = new JsonLines(out);
        for (RunId run : queries.runs(tenant)) {
            for (StoredRecord stored : queries.records(run)) {
                lines.write(stored);
            }
        }
        lines.flush();
    }

    /**
     * Recomputes the hash chain of a run.
     *
     * @param run the run
     * @return the sequence from which on the records are not what was written, or empty if the chain holds; the chain
     *     cannot tell whether records at its end are missing
     */
    public OptionalLong firstBrokenLink(RunId run) {
        String link = "0".repeat(64);
        long sequence = 0;
        for (StoredRecord stored : read(run)) {
            link = stored.record().link(link);
            if (stored.sequence() != sequence || !stored.link().equals(link)) {
                return OptionalLong.of(sequence);
            }
            sequence++;
        }
        return OptionalLong.empty();
    }

    private <T> T ask(Readers.Reading<T, RuntimeException> question) {
        return readers.read(question);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
