package io.quantumlayer.api.spi.journal;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A journal. Thread-safe; several hosts may share one.
 *
 * <p>A write is all or nothing and durable as {@link #durability()} says once it returns or its stage completes.
 * Records of a run keep the order in which they were given. A write whose owner no longer holds the run fails with a
 * {@code QuantumLayerException} of type concurrency and code {@code journal.fenced}; a journal that cannot write fails
 * with type dependency and code {@code journal.unavailable}, and then nothing of that write is ever seen.
 */
public interface Journal extends AutoCloseable {
    /**
     * Returns what a committed record survives.
     *
     * @return the durability
     */
    Durability durability();

    /**
     * Registers a host as owner; called once per library instance.
     *
     * @param name the host's name: {@code <pid>.<process start in epoch milliseconds>.<random>}
     * @param lease for how long it counts as alive without a renewal
     * @param now the time
     * @return the owner with a new, highest fence
     */
    Owner register(String name, Duration lease, Instant now);

    /**
     * Renews the owner's lease.
     *
     * @param owner the owner
     * @param now the time
     * @return false if the owner was declared dead meanwhile; all its runs may then belong to others
     */
    boolean renew(Owner owner, Instant now);

    /**
     * Gives up the owner's lease, so that its unfinished runs may be claimed at once. Idempotent.
     *
     * @param owner the owner
     */
    void release(Owner owner);

    /**
     * Begins a run with its first records.
     *
     * @param owner who runs it
     * @param header the run, not ended
     * @param first its first records, at least one
     * @throws io.quantumlayer.api.error.QuantumLayerException of type concurrency, code {@code application.busy}, if
     *     another run of the application has not ended
     */
    void begin(Owner owner, RunHeader header, List<JournalRecord> first);

    /**
     * Appends records to a run.
     *
     * @param owner who runs it
     * @param run the run
     * @param records the records, at least one
     * @param ends whether the run has ended with them
     * @return completes when they are durable; its dependent stages may run on the journal's one writing thread, so
     *     they hand work on and never block
     */
    CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends);

    /**
     * Reads all records of a run.
     *
     * @param run the run
     * @return the records in order; empty if the run is not known
     */
    List<StoredRecord> read(RunId run);

    /**
     * Finds a run.
     *
     * @param run the run
     * @return its header, or empty if it is not known
     */
    Optional<RunHeader> find(RunId run);

    /**
     * Lists the runs of an application.
     *
     * @param application the application
     * @return the headers, oldest first
     */
    List<RunHeader> runs(ApplicationId application);

    /**
     * Lists the applications of a tenant that have a record.
     *
     * @param tenant the tenant
     * @return the applications by name
     */
    List<ApplicationId> applications(String tenant);

    /**
     * Reads the records of one kind over all runs of an application.
     *
     * @param application the application
     * @param kind the kind
     * @return the records, by age of the run, then sequence
     */
    List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind);

    /**
     * Takes over every unfinished run whose owner is dead: its lease has expired or was given up, or its process is
     * gone where the journal can tell.
     *
     * @param owner the new owner
     * @param now the time
     * @return the runs it holds from now on that it did not hold before, oldest first
     */
    List<RunId> claim(Owner owner, Instant now);

    /**
     * Removes the records of ended runs.
     *
     * @param application the application
     * @param endedBefore only runs that began before this time
     * @param keep runs that stay whatever their age
     * @return how many runs were removed
     */
    int prune(ApplicationId application, Instant endedBefore, Set<RunId> keep);

    /**
     * Writes the whole history of a tenant as JSON lines: one line a record, ordered by run and sequence, with tenant,
     * application, run, sequence, kind, type, schema, time, link and the record's JSON.
     *
     * @param tenant the tenant
     * @param out where to; not closed
     * @throws java.io.IOException if writing fails
     */
    void export(String tenant, OutputStream out) throws java.io.IOException;

    /** Writes what is still held, and releases files and threads. Idempotent. */
    @Override
    void close();
}
