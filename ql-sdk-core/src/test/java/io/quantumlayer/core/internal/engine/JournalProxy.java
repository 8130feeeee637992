package io.quantumlayer.core.internal.engine;

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
import java.util.concurrent.CompletionStage;

/** A journal in front of another one, to be overridden where a test wants trouble. */
class JournalProxy implements Journal {
    final Journal behind;

    JournalProxy(Journal behind) {
        this.behind = behind;
    }

    @Override
    public Durability durability() {
        return behind.durability();
    }

    @Override
    public Owner register(String name, Duration lease, Instant now) {
        return behind.register(name, lease, now);
    }

    @Override
    public boolean renew(Owner owner, Instant now) {
        return behind.renew(owner, now);
    }

    @Override
    public void release(Owner owner) {
        behind.release(owner);
    }

    @Override
    public void begin(Owner owner, RunHeader header, List<JournalRecord> first) {
        behind.begin(owner, header, first);
    }

    @Override
    public CompletionStage<Void> append(Owner owner, RunId run, List<JournalRecord> records, boolean ends) {
        return behind.append(owner, run, records, ends);
    }

    @Override
    public List<StoredRecord> read(RunId run) {
        return behind.read(run);
    }

    @Override
    public Optional<RunHeader> find(RunId run) {
        return behind.find(run);
    }

    @Override
    public List<RunHeader> runs(ApplicationId application) {
        return behind.runs(application);
    }

    @Override
    public List<ApplicationId> applications(String tenant) {
        return behind.applications(tenant);
    }

    @Override
    public List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind) {
        return behind.records(application, kind);
    }

    @Override
    public List<RunId> claim(Owner owner, Instant now) {
        return behind.claim(owner, now);
    }

    @Override
    public int prune(ApplicationId application, Instant endedBefore, Set<RunId> keep) {
        return behind.prune(application, endedBefore, keep);
    }

    @Override
    public void export(String tenant, OutputStream out) throws IOException {
        behind.export(tenant, out);
    }

    @Override
    public void close() {
        behind.close();
    }
}
