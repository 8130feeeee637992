package io.quantumlayer.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One test's journal, with a time of its own and short words for what the rules do all the time. */
final class JournalWorld implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(15);
    static final Instant BEFORE_EXPIRY = NOW.plusSeconds(14);
    static final Instant AFTER_EXPIRY = NOW.plusSeconds(16);
    static final ApplicationId TODOS = new ApplicationId("acme", "todo");

    private static final int PATIENCE_SECONDS = 60;

    private final Callable<Journal> opener;
    private final Set<JournalTrait> traits;
    private final List<Journal> opened = new ArrayList<>();
    private final AtomicLong minted = new AtomicLong();
    private Journal journal;

    JournalWorld(Callable<Journal> opener, Set<JournalTrait> traits) {
        this.opener = opener;
        this.traits = traits;
        this.journal = another();
    }

    Journal journal() {
        return journal;
    }

    boolean claims(JournalTrait trait) {
        return traits.contains(trait);
    }

    /** Opens one more journal over the same store. */
    Journal another() {
        try {
            Journal fresh = opener.call();
            opened.add(fresh);
            return fresh;
        } catch (Exception e) {
            throw new AssertionError("the journal under test cannot be opened", e);
        }
    }

    /** Closes the journal and opens it again. */
    Journal reopen() {
        journal.close();
        journal = another();
        return journal;
    }

    /** Registers an owner that lives in this process. */
    Owner owner() {
        return owner(journal, NOW);
    }

    Owner owner(Journal in, Instant now) {
        return in.register(name(ProcessHandle.current()), LEASE, now);
    }

    String name(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "." + start + "." + minted.incrementAndGet();
    }

    /** Mints a run; those minted later began later. */
    RunHeader header(ApplicationId application) {
        long number = minted.incrementAndGet();
        RunId id = new RunId(application, "run" + String.format("%023d", number));
        return new RunHeader(id, RunKind.DEPLOY, 1, false, NOW.plusMillis(number));
    }

    /** Begins a run with one record. */
    RunId begun(Owner owner, ApplicationId application) {
        RunHeader header = header(application);
        journal.begin(owner, header, List.of(record("begin")));
        return header.id();
    }

    /** Begins a run with one record and ends it with another. */
    RunId ended(Owner owner, ApplicationId application) {
        RunId run = begun(owner, application);
        append(owner, run, true, record("end"));
        return run;
    }

    void append(Owner owner, RunId run, boolean ends, JournalRecord... records) {
        await(journal.append(owner, run, List.of(records), ends));
    }

    static JournalRecord record(String note) {
        return record(JournalRecord.Kind.CHECKPOINT, "{\"note\":\"" + note + "\"}");
    }

    static JournalRecord record(JournalRecord.Kind kind, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JournalRecord(kind, new RecordType("note", 3), NOW.plusMillis(bytes.length), bytes);
    }

    List<JournalRecord> records(RunId run) {
        return plain(journal.read(run));
    }

    static List<JournalRecord> plain(List<StoredRecord> stored) {
        return stored.stream().map(StoredRecord::record).toList();
    }

    static List<String> texts(List<StoredRecord> stored) {
        return stored.stream()
                .map(one -> new String(one.record().json(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Checks that the chain of a run holds, and that no record is missing in between. */
    static void assertChained(List<StoredRecord> stored) {
        String link = "0".repeat(64);
        long sequence = 0;
        for (StoredRecord one : stored) {
            link = one.record().link(link);
            assertThat(one.sequence()).isEqualTo(sequence++);
            assertThat(one.link()).as("link of record %s", one.sequence()).isEqualTo(link);
        }
    }

    static void await(CompletionStage<Void> stage) {
        get(stage.toCompletableFuture());
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** Runs all tasks at once, each on a thread of its own, and returns their answers. */
    static <T> List<T> together(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            return tasks.stream().map(threads::submit).toList().stream()
                    .map(JournalWorld::get)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns the failure a call ends with. */
    static Failure failureOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(QuantumLayerException.class);
        return ((QuantumLayerException) thrown).failure();
    }

    static String pad(String text, int length) {
        char[] filling = new char[length];
        Arrays.fill(filling, 'x');
        return text + new String(filling);
    }

    @Override
    public void close() {
        opened.forEach(Journal::close);
    }
}
