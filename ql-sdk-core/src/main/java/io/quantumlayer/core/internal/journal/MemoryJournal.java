package io.quantumlayer.core.internal.journal;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A journal in memory, for previews, tests and hosts that accept to lose everything with the process. A write is done
 * when the call returns. After {@link #close} it can be read, and no longer written.
 */
public final class MemoryJournal implements Journal {
    private static final Comparator<MemoryRun> BY_AGE = Comparator.comparingLong(MemoryRun::age);

    private final Leases leases = new Leases();
    private final AtomicLong ages = new AtomicLong();
    private final Map<RunId, MemoryRun> runs = new ConcurrentHashMap<>();
    private final Map<ApplicationId, MemoryRun> unfinished = new ConcurrentHashMap<>();
    private final Map<ApplicationId, NavigableMap<Long, MemoryRun>> byApplication = new ConcurrentHashMap<>();
    private volatile boolean closed;

    @Override
    public Durability durability() {
        return Durability.NONE;
    }

    @Override
    public Owner register(String name, Duration lease, Instant now) {
        return leases.register(name, lease, now);
    }

    @Override
    public boolean renew(Owner owner, Instant now) {
        return leases.renew(owner, now);
    }

    @Override
    public void release(Owner owner) {
        leases.release(owner);
    }

    @Override
    public void begin(Owner owner, RunHeader header, List<JournalRecord> first) {
        RunId id = header.id();
        check(header, first);
        if (!leases.alive(owner)) {
            throw fenced(owner, id);
        }
        MemoryRun run = new MemoryRun(header, ages.incrementAndGet(), owner.fence());
        run.append(owner.fence(), first, false);
        MemoryRun other = unfinished.putIfAbsent(id.application(), run);
        if (other != null) {
            throw new QuantumLayerException(Failure.of(
                    ErrorType.CONCURRENCY,
                    "application.busy",
                    "Run " + other.id() + " of this application has not ended; await, cancel or resume it first"));
        }
        byApplication.compute(id.application(), (a, known) -> {
            NavigableMap<Long, MemoryRun> all = known == null ? new ConcurrentSkipListMap<>() : known;
            all.put(run.age(), run);
            return all;
        });
        runs.put(id, run);
    }

    private void check(RunHeader header, List<JournalRecord> first) {
        if (closed) {
            throw unavailable();
        }
        if (first.isEmpty() || header.ended() || runs.containsKey(header.id())) {
            throw new IllegalArgumentException(
                    "A run begins once, unfinished and with a record; " + header.id() + " does not");
        }
    }

    @Override
    public CompletionStage<Void> append(Owner owner, RunId id, List<JournalRecord> records, boolean ends) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("No record to append to " + id);
        }
        if (closed) {
            return CompletableFuture.failedFuture(unavailable());
        }
        MemoryRun run = runs.get(id);
        if (run == null || !run.append(owner.fence(), records, ends)) {
            return CompletableFuture.failedFuture(fenced(owner, id));
        }
        if (ends) {
            unfinished.remove(id.application(), run);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public List<StoredRecord> read(RunId id) {
        MemoryRun run = runs.get(id);
        return run == null ? List.of() : run.records();
    }

    @Override
    public Optional<RunHeader> find(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(MemoryRun::header);
    }

    @Override
    public List<RunHeader> runs(ApplicationId application) {
        return of(application).map(MemoryRun::header).toList();
    }

    @Override
    public List<ApplicationId> applications(String tenant) {
        return byApplication.keySet().stream()
                .filter(a -> a.tenant().equals(tenant))
                .sorted(Comparator.comparing(ApplicationId::name))
                .toList();
    }

    @Override
    public List<StoredRecord> records(ApplicationId application, JournalRecord.Kind kind) {
        return of(application)
                .flatMap(run -> run.records().stream())
                .filter(stored -> stored.record().kind() == kind)
                .toList();
    }

    private Stream<MemoryRun> of(ApplicationId application) {
        NavigableMap<Long, MemoryRun> known = byApplication.get(application);
        return known == null ? Stream.empty() : known.values().stream();
    }

    @Override
    public List<RunId> claim(Owner owner, Instant now) {
        if (!leases.alive(owner)) {
            return List.of(); // It was declared dead itself, and may hold nothing.
        }
        return unfinished.values().stream()
                .sorted(BY_AGE)
                .filter(run -> run.claim(owner.fence(), fence -> leases.bury(fence, now)))
                .map(MemoryRun::id)
                .toList();
    }

    @Override
    public int prune(ApplicationId application, Instant endedBefore, Set<RunId> keep) {
        List<MemoryRun> old = of(application)
                .filter(run -> run.ended() && run.createdAt().isBefore(endedBefore) && !keep.contains(run.id()))
                .toList();
        old.forEach(run -> runs.remove(run.id()));
        byApplication.computeIfPresent(application, (a, known) -> {
            old.forEach(run -> known.remove(run.age()));
            return known.isEmpty() ? null : known;
        });
        return old.size();
    }

    @Override
    public void export(String tenant, OutputStream out) throws IOException {
        List<MemoryRun> ordered = runs.values().stream()
                .filter(run -> run.id().application().tenant().equals(tenant))
                .sorted(Comparator.comparing(run -> run.id().value()))
                .toList();
        JsonLines lines = new JsonLines(out);
        for (MemoryRun run : ordered) {
            for (StoredRecord stored : run.records()) {
                lines.write(stored);
            }
        }
        lines.end();
    }

    @Override
    public void close() {
        closed = true;
    }

    private static QuantumLayerException fenced(Owner owner, RunId run) {
        return new QuantumLayerException(Failure.of(
                ErrorType.CONCURRENCY, "journal.fenced", owner.name() + " does not hold run " + run + " any more"));
    }

    private static QuantumLayerException unavailable() {
        return new QuantumLayerException(
                Failure.of(ErrorType.DEPENDENCY, "journal.unavailable", "The journal in memory is closed"));
    }
}
