package io.quantumlayer.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import io.quantumlayer.core.internal.journal.MemoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineResumeTest {
    private static final RunId RUN = Bench.run(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> WHOLE =
            List.of("STARTED", "DONE a", "PENDING b", "TIMER", "DONE b", "SIGNAL go", "DONE c");
    private static final List<String> CALLS = List.of("a", "b", "b", "c");

    /** The step that is called after so many events, or nothing where the run waits. */
    private static final List<String> CALLED_AFTER = List.of("a", "b", "", "b", "", "c");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void goesOnAfterAnyEventAsIfNothingHadHappened(int events) throws Exception {
        ManualTime time = new ManualTime();
        List<JournalRecord> whole = wholeRun();
        try (Bench later = new Bench(time, storedUpTo(events, whole, time))) {
            prepare(later);
            if (events > 3) {
                later.time.advance(HOUR);
            }

            later.claim();
            later.engine().resume(RUN);
            later.engine().resume(RUN);
            drive(later, events);

            assertThat(later.await(RUN)).isEqualTo("end");
            assertThat(later.history(RUN)).isEqualTo(WHOLE);
            assertThat(later.called)
                    .isEqualTo(CALLED_AFTER.subList(events - 1, 6).stream()
                            .filter(s -> !s.isEmpty())
                            .toList());
            assertThat(later.seen).hasSize(WHOLE.size() - events);
        }
    }

    @Test
    void doesNothingForARunThatHasEnded() throws Exception {
        ManualTime time = new ManualTime();
        MemoryJournal journal = new MemoryJournal();
        try (Bench first = new Bench(time, journal);
                Bench later = new Bench(time, journal)) {
            first.start(RUN, "x");
            first.await(RUN);

            later.engine().resume(RUN);

            assertThat(later.await(RUN)).isEqualTo("x");
            assertThat(later.called).isEmpty();
            assertThat(journal.read(RUN)).hasSize(4);
        }
    }

    @Test
    void doesNothingForARunThatGoesOnHere() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Bench bench = new Bench()) {
            bench.flow = LineFlow.of("a");
            bench.steps = call -> {
                awaitQuietly(release);
                return Effect.done(call.input());
            };
            bench.start(RUN, "x");
            bench.engine().resume(RUN);
            release.countDown();

            assertThat(bench.await(RUN)).isEqualTo("x");
            assertThat(bench.called).containsExactly("a");
        }
    }

    @Test
    void refusesARunNobodyKnows() {
        try (Bench bench = new Bench()) {
            assertThatThrownBy(() -> bench.engine().resume(RUN)).isInstanceOf(QuantumLayerException.class);
        }
    }

    @Test
    void endsARunWhoseFirstEventWasItsLast() throws Exception {
        ManualTime time = new ManualTime();
        List<JournalRecord> whole = wholeRun();
        try (Bench later = new Bench(time, storedUpTo(1, whole, time))) {
            later.flow = LineFlow.of();
            later.claim();

            later.engine().resume(RUN);

            assertThat(later.await(RUN)).isEqualTo("\"x\"");
            assertThat(later.journal.find(RUN).map(RunHeader::ended)).contains(true);
            assertThat(later.history(RUN)).containsExactly("STARTED");
        }
    }

    @Test
    void triesAgainAfterAHistoryThatCouldNotBeRead() throws Exception {
        ManualTime time = new ManualTime();
        MemoryJournal stored = storedUpTo(1, wholeRun(), time);
        boolean[] broken = {true};
        JournalProxy journal = new JournalProxy(stored) {
            @Override
            public List<StoredRecord> read(RunId run) {
                if (broken[0]) {
                    throw new IllegalStateException("unreadable");
                }
                return super.read(run);
            }
        };
        try (Bench later = new Bench(time, journal)) {
            later.flow = LineFlow.of("a");
            later.claim();
            assertThatThrownBy(() -> later.engine().resume(RUN)).hasMessage("unreadable");
            broken[0] = false;

            later.engine().resume(RUN);

            assertThat(later.await(RUN)).isEqualTo("\"x\"");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare(Bench bench) {
        bench.flow = LineFlow.of("a", "b", LineFlow.GATE, "c");
        bench.steps = call -> switch (call.step()) {
            case "b" ->
                bench.time.now().isBefore(new ManualTime().now().plusSeconds(3_000))
                        ? Effect.pending(HOUR)
                        : Effect.done(call.input());
            case "c" -> Effect.done(Bench.bytes("end"));
            default -> Effect.done(call.input());
        };
    }

    /** Lets time pass and gives the signal, as far as the events that are there already have not had it. */
    private static void drive(Bench bench, int events) throws Exception {
        if (events <= 3) {
            bench.time.awaitTimer(HOUR);
            bench.time.advance(HOUR);
        }
        if (events < 5) {
            bench.awaitSeen("DONE b -> WAIT");
        }
        if (events <= 5) {
            bench.engine().signal(RUN, "go", Bench.bytes("{\"really\":true}"));
        }
    }

    private static List<JournalRecord> wholeRun() throws Exception {
        try (Bench bench = new Bench()) {
            prepare(bench);
            bench.start(RUN, "\"x\"");
            bench.time.awaitTimer(HOUR);
            bench.time.advance(HOUR);
            bench.awaitSeen("DONE b -> WAIT");
            bench.engine().signal(RUN, "go", Bench.bytes("{\"really\":true}"));
            bench.await(RUN);
            assertThat(bench.history(RUN)).isEqualTo(WHOLE);
            assertThat(bench.called).isEqualTo(CALLS);
            return bench.journal.read(RUN).stream().map(StoredRecord::record).toList();
        }
    }

    private static MemoryJournal storedUpTo(int events, List<JournalRecord> whole, ManualTime time) {
        MemoryJournal journal = new MemoryJournal();
        Owner dead = journal.register("dead", Duration.ofSeconds(15), time.now());
        journal.begin(dead, new RunHeader(RUN, RunKind.DEPLOY, 1, false, time.now()), whole.subList(0, 1));
        if (events > 1) {
            journal.append(dead, RUN, whole.subList(1, events), false);
        }
        journal.release(dead);
        return journal;
    }
}
