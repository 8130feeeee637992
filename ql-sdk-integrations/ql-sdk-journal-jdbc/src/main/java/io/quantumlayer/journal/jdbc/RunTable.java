package io.quantumlayer.journal.jdbc;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs and their records, from the writing side. It remembers the newest run and where the chain of each recent one
 * ends, as long as nobody else has written; what it does not remember is looked up.
 */
final class RunTable {
    private static final String START = "0".repeat(64);
    private static final long UNKNOWN = -1;
    private static final int MOST_REMEMBERED = 16_384;

    private final Map<RunId, Tail> tails = new Recent();
    private final Prepared busy;
    private final Prepared newest;
    private final Prepared insertRun;
    private final Prepared findRun;
    private final Prepared lastRecord;
    private final Prepared insertRecord;
    private final Prepared end;
    private final Prepared ownerless;
    private final Prepared give;
    private final Prepared deleteRecords;
    private final Prepared deleteRun;
    private long last = UNKNOWN;

    RunTable(Connection connection) throws SQLException {
        busy = new Prepared(connection, "SELECT id FROM run WHERE tenant = ? AND application = ? AND ended = 0");
        newest = new Prepared(connection, "SELECT coalesce(max(number), 0) FROM run");
        insertRun = new Prepared(
                connection,
                "INSERT INTO run (number, tenant, application, id, kind, flow_version, ended, created_ms, owner, fence)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING");
        findRun = new Prepared(
                connection, "SELECT number, fence, ended FROM run WHERE tenant = ? AND application = ? AND id = ?");
        lastRecord = new Prepared(
                connection,
                "SELECT sequence, link FROM record WHERE tenant = ? AND run = ? ORDER BY sequence DESC LIMIT 1");
        insertRecord = new Prepared(
                connection,
                "INSERT INTO record (tenant, run, sequence, kind, type, schema_version, at_ms, link, json)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        end = new Prepared(connection, "UPDATE run SET ended = 1 WHERE number = ?");
        ownerless = new Prepared(
                connection,
                "SELECT number, tenant, application, id FROM run"
                        + " WHERE ended = 0 AND fence NOT IN (SELECT fence FROM owner) ORDER BY number");
        give = new Prepared(connection, "UPDATE run SET owner = ?, fence = ? WHERE number = ?");
        deleteRecords = new Prepared(connection, "DELETE FROM record WHERE tenant = ? AND run = ?");
        deleteRun = new Prepared(connection, "DELETE FROM run WHERE number = ?");
    }

    void begin(Owner owner, RunHeader header, List<JournalRecord> first) throws SQLException, Refused {
        RunId run = header.id();
        ApplicationId application = run.application();
        long number = newest() + 1;
        int inserted = insertRun.update(
                number,
                application.tenant(),
                application.name(),
                run.value(),
                header.kind().name(),
                header.flowVersion(),
                header.createdAt().toEpochMilli(),
                owner.name(),
                owner.fence());
        if (inserted == 0) {
            throw refusal(run);
        }
        last = number;
        Tail tail = new Tail(number, owner.fence(), false);
        tails.put(run, tail);
        insert(application.tenant(), tail, first);
    }

    private long newest() throws SQLException {
        return last == UNKNOWN ? newest.first(row -> row.getLong(1)).orElse(0L) : last;
    }

    /** Says why a run was not let in: the rows of the table are unique by run, and by application while unfinished. */
    private Refused refusal(RunId run) throws SQLException {
        if (tail(run).isPresent()) {
            return Refused.begunBefore(run);
        }
        ApplicationId application = run.application();
        return busy.first(row -> row.getString(1), application.tenant(), application.name())
                .map(other -> Refused.busy(run, other))
                .orElseThrow(() -> new SQLException("run " + run + " was neither written nor refused"));
    }

    void append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) throws SQLException, Refused {
        Tail tail = tail(run).filter(known -> known.heldBy(owner)).orElseThrow(() -> Refused.fenced(owner, run));
        insert(run.application().tenant(), tail, records);
        if (ends) {
            end.update(tail.number);
            tails.remove(run);
        }
    }

    private void insert(String tenant, Tail tail, List<JournalRecord> records) throws SQLException {
        for (JournalRecord record : records) {
            String link = record.link(tail.link);
            insertRecord.update(
                    tenant,
                    tail.number,
                    tail.length,
                    record.kind().name(),
                    record.type(),
                    record.schema(),
                    record.at().toEpochMilli(),
                    HexFormat.of().parseHex(link),
                    record.json());
            tail.link = link;
            tail.length++;
        }
    }

    private Optional<Tail> tail(RunId run) throws SQLException {
        Tail known = tails.get(run);
        return known != null ? Optional.of(known) : load(run);
    }

    private Optional<Tail> load(RunId run) throws SQLException {
        String tenant = run.application().tenant();
        Optional<Tail> found = findRun.first(
                row -> new Tail(row.getLong(1), row.getLong(2), row.getInt(3) != 0),
                tenant,
                run.application().name(),
                run.value());
        if (found.isPresent()) {
            Tail tail = found.get();
            lastRecord.first(row -> tail.stand(row.getLong(1), row.getBytes(2)), tenant, tail.number);
            tails.put(run, tail);
        }
        return found;
    }

    /** Gives every unfinished run to the owner whose own owner has been declared dead; oldest first. */
    List<RunId> takeOver(Owner owner) throws SQLException {
        List<Taken> taken = ownerless.list(row -> new Taken(
                row.getLong(1), new RunId(new ApplicationId(row.getString(2), row.getString(3)), row.getString(4))));
        for (Taken run : taken) {
            give.update(owner.name(), owner.fence(), run.number());
            tails.remove(run.id());
        }
        return taken.stream().map(Taken::id).toList();
    }

    /** Removes those of the runs that have ended, and answers how many that were. */
    int remove(List<RunId> runs) throws SQLException {
        int removed = 0;
        for (RunId run : runs) {
            Optional<Tail> ended = tail(run).filter(tail -> tail.ended);
            if (ended.isPresent()) {
                deleteRecords.update(run.application().tenant(), ended.get().number);
                removed += deleteRun.update(ended.get().number);
                tails.remove(run);
            }
        }
        return removed;
    }

    /** Forgets what it remembers, because it may no longer be so. */
    void forget() {
        last = UNKNOWN;
        tails.clear();
    }

    private record Taken(long number, RunId id) {}

    /** Where the chain of a run ends, and who may make it longer. */
    private static final class Tail {
        private final long number;
        private final long fence;
        private final boolean ended;
        private long length;
        private String link = START;

        Tail(long number, long fence, boolean ended) {
            this.number = number;
            this.fence = fence;
            this.ended = ended;
        }

        boolean heldBy(Owner owner) {
            return !ended && fence == owner.fence();
        }

        Tail stand(long sequence, byte[] lastLink) {
            length = sequence + 1;
            link = HexFormat.of().formatHex(lastLink);
            return this;
        }
    }

    /** Drops the run that was not written for the longest time. */
    private static final class Recent extends LinkedHashMap<RunId, Tail> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Tail> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
