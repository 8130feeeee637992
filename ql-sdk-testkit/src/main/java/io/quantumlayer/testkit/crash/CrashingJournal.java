package io.quantumlayer.testkit.crash;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A shared journal as one mortal instance sees it. A dead instance neither gives up its lease nor closes anything: that
 * is what a kill leaves behind.
 */
final class CrashingJournal implements Journal {
    private final Journal shared;
    private final Mortal instance;

    CrashingJournal(Journal shared, Mortal instance) {
        this.shared = shared;
        this.instance = instance;
    }

    @Override
    public void begin(Owner owner, RunHeader header, List<JournalRecord> first) {
        boolean last = instance.commit("begin " + header.kind());
        shared.begin(owner, header, first);
        if (last) {
            throw instance.kill();
        }
    }

    @Override
    public CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) {
        boolean last = instance.commit(describe(records, ends));
        CompletionStage<Void> written = shared.append(owner, run, records, ends);
        return last ? written.thenCompose(done -> CompletableFuture.failedFuture(instance.kill())) : written;
    }

    private static String describe(List<JournalRecord> records, boolean ends) {
        return records.stream().map(r -> r.kind() + " " + r.type()).toList() + (ends ? " ends" : "");
    }

    @Override
    public Durability durability() {
        return shared.durability();
    }

    @Override
    public Owner register(String name, Duration lease, Instant now) {
        instance.live();
        return shared.register(name, lease, now);
    }

    @Override
    public boolean renew(Owner owner, Instant now) {
        // Asked on the thread of the lease, which has nobody to tell of an error.
        return instance.dead() || shared.renew(owner, now);
    }

    @Override
    public void release(Owner owner) {
        if (!instance.dead()) {
            shared.release(owner);
        }
    }

    @Override
    public List<StoredRecord> read(RunId run) {
        instance.live();
        return shared.read(run);
    }

    @Override
    public Optional<RunHeader> find(RunId run) {
        instance.live();
        return shared.find(run);
    }

    @Override
    public List<RunHeader> runs(ApplicationId application) {
        instance.live();
        return shared.runs(application);
    }

    @Override
    public List<ApplicationId> applications(String tenant) {
        instance.live();
        return shared.applications(tenant);
    }

    @Override
    public List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind) {
        instance.live();
        return shared.records(application, kind);
    }

    @Override
    public List<RunId> claim(Owner owner, Instant now) {
        instance.live();
        return shared.claim(owner, now);
    }

    @Override
    public int prune(ApplicationId application, Instant endedBefore, Set<RunId> keep) {
        instance.live();
        return shared.prune(application, endedBefore, keep);
    }

    @Override
    public void export(String tenant, OutputStream out) throws IOException {
        instance.live();
        shared.export(tenant, out);
    }

    @Override
    public void close() {
        // The journal belongs to the test and outlives every instance.
    }
}
