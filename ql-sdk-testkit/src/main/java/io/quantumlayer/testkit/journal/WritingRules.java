package io.quantumlayer.testkit.journal;

import static io.quantumlayer.testkit.journal.JournalWorld.NOW;
import static io.quantumlayer.testkit.journal.JournalWorld.TODOS;
import static io.quantumlayer.testkit.journal.JournalWorld.await;
import static io.quantumlayer.testkit.journal.JournalWorld.failureOf;
import static io.quantumlayer.testkit.journal.JournalWorld.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How runs begin, grow and end. */
abstract class WritingRules {
    abstract JournalWorld world();

    @Test
    @DisplayName("a run that began is found with its header and its first records")
    void beginsWithRecords() {
        RunHeader header = new RunHeader(world().header(TODOS).id(), RunKind.ROLLBACK, 7, false, NOW.plusMillis(5));
        List<JournalRecord> first = List.of(
                record("one"), record(JournalRecord.Kind.INTENT, "{}"), record(JournalRecord.Kind.RELEASE, "[1, 2]"));
        world().journal().begin(world().owner(), header, first);
        assertThat(world().journal().find(header.id())).contains(header);
        assertThat(world().records(header.id())).isEqualTo(first);
    }

    @Test
    @DisplayName("a run begins unfinished and with at least one record")
    void refusesToBeginWithoutRecords() {
        Owner owner = world().owner();
        RunHeader header = world().header(TODOS);
        RunHeader ended = new RunHeader(header.id(), header.kind(), 1, true, NOW);
        assertThatThrownBy(() -> world().journal().begin(owner, header, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world().journal().begin(owner, ended, List.of(record("one"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(world().journal().find(header.id())).isEmpty();
    }

    @Test
    @DisplayName("a run id is used once")
    void refusesToBeginTwice() {
        Owner owner = world().owner();
        RunId run = world().ended(owner, TODOS);
        RunHeader again = new RunHeader(run, RunKind.DEPLOY, 1, false, NOW);
        assertThatThrownBy(() -> world().journal().begin(owner, again, List.of(record("again"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(world().records(run)).containsExactly(record("begin"), record("end"));
    }

    @Test
    @DisplayName("records keep the order in which they were given, also when nobody waits in between")
    void keepsOrder() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        List<JournalRecord> given = new ArrayList<>(List.of(record("begin")));
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<JournalRecord> write = List.of(record("a" + i), record("b" + i));
            given.addAll(write);
            stages.add(world().journal().append(owner, run, write, false));
        }
        stages.forEach(JournalWorld::await);
        assertThat(world().records(run)).isEqualTo(given);
        JournalWorld.assertChained(world().journal().read(run));
    }

    @Test
    @DisplayName("once its stage completes, a write can be read")
    void readsOwnWrites() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        for (int i = 0; i < 50; i++) {
            world().append(owner, run, false, record("w" + i));
            assertThat(world().records(run)).hasSize(i + 2);
        }
    }

    @Test
    @DisplayName("a write is seen as a whole or not at all")
    void isAtomic() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        List<JournalRecord> write = Collections.nCopies(7, record("seventh"));
        AtomicBoolean writing = new AtomicBoolean(true);
        Callable<Integer> writer = () -> {
            try {
                for (int i = 0; i < 200; i++) {
                    await(world().journal().append(owner, run, write, false));
                }
                return 0;
            } finally {
                writing.set(false);
            }
        };
        Callable<Integer> reader = () -> {
            int reads = 0;
            while (writing.get()) {
                assertThat(world().records(run).size() % 7).isEqualTo(1);
                reads++;
            }
            return reads;
        };
        JournalWorld.together(List.of(writer, reader, reader));
        assertThat(world().records(run)).hasSize(1401);
    }

    @Test
    @DisplayName("a second run of a busy application is refused, and leaves no trace")
    void refusesSecondRun() {
        Owner owner = world().owner();
        world().begun(owner, TODOS);
        RunHeader second = world().header(TODOS);
        Failure failure = failureOf(() -> world().journal().begin(owner, second, List.of(record("second"))));
        assertThat(failure.type()).isEqualTo(ErrorType.CONCURRENCY);
        assertThat(failure.code()).isEqualTo("application.busy");
        assertThat(world().journal().find(second.id())).isEmpty();
        assertThat(world().records(second.id())).isEmpty();
        assertThat(world().journal().runs(TODOS)).hasSize(1);
    }

    @Test
    @DisplayName("of sixteen that begin a run of one application at once, one succeeds")
    void letsOneBegin() {
        Owner owner = world().owner();
        Callable<Boolean> racer = () -> {
            try {
                world().begun(owner, TODOS);
                return true;
            } catch (QuantumLayerException e) {
                assertThat(e.failure().code()).isEqualTo("application.busy");
                return false;
            }
        };
        assertThat(JournalWorld.together(Collections.nCopies(16, racer))).containsOnlyOnce(true);
        assertThat(world().journal().runs(TODOS)).hasSize(1);
    }

    @Test
    @DisplayName("an application is busy within its tenant only")
    void keepsTenantsApart() {
        Owner owner = world().owner();
        world().begun(owner, new ApplicationId("acme", "todo"));
        RunId other = world().begun(owner, new ApplicationId("globex", "todo"));
        assertThat(world().journal().find(other)).isPresent();
    }

    @Test
    @DisplayName("the last records end the run, and the next may begin")
    void endsRun() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        world().append(owner, run, true, record("last"), record("words"));
        assertThat(world().journal().find(run).orElseThrow().ended()).isTrue();
        assertThat(world().records(run)).hasSize(3);
        RunId next = world().begun(owner, TODOS);
        assertThat(world().journal().find(next).orElseThrow().ended()).isFalse();
    }

    @Test
    @DisplayName("an ended run takes no more records")
    void refusesAfterEnd() {
        Owner owner = world().owner();
        RunId run = world().ended(owner, TODOS);
        Failure failure = failureOf(() -> world().append(owner, run, false, record("late")));
        assertThat(failure.code()).isEqualTo("journal.fenced");
        assertThat(world().records(run)).hasSize(2);
    }

    @Test
    @DisplayName("a refused write fails alone among writes that succeed")
    void refusesAlone() {
        Owner owner = world().owner();
        Owner stranger = world().owner();
        RunId run = world().begun(owner, TODOS);
        RunId other = world().begun(stranger, new ApplicationId("acme", "other"));
        Journal journal = world().journal();
        for (int i = 0; i < 50; i++) {
            CompletionStage<Void> first = journal.append(owner, run, List.of(record("a" + i)), false);
            CompletionStage<Void> refused = journal.append(stranger, run, List.of(record("refused" + i)), false);
            CompletionStage<Void> second = journal.append(stranger, other, List.of(record("b" + i)), false);
            await(first);
            await(second);
            assertThat(failureOf(() -> await(refused)).code()).isEqualTo("journal.fenced");
        }
        assertThat(JournalWorld.texts(journal.read(run))).hasSize(51).noneMatch(text -> text.contains("refused"));
        assertThat(journal.read(other)).hasSize(51);
        JournalWorld.assertChained(journal.read(run));
    }

    @Test
    @DisplayName("a dependent stage may append, as long as it does not wait")
    void appendsFromDependentStage() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        Journal journal = world().journal();
        CompletionStage<Void> chain = journal.append(owner, run, List.of(record("w0")), false);
        for (int i = 1; i <= 100; i++) {
            List<JournalRecord> write = List.of(record("w" + i));
            chain = chain.thenCompose(done -> journal.append(owner, run, write, false));
        }
        await(chain);
        assertThat(world().records(run)).hasSize(102);
    }

    @Test
    @DisplayName("sixty-four that write at once lose nothing")
    void losesNothing() {
        Owner owner = world().owner();
        List<Callable<List<StoredRecord>>> writers = IntStream.range(0, 64)
                .<Callable<List<StoredRecord>>>mapToObj(i -> () -> write(owner, "app-" + i))
                .toList();
        JournalWorld.together(writers).forEach(stored -> {
            assertThat(stored).hasSize(51);
            JournalWorld.assertChained(stored);
        });
    }

    private List<StoredRecord> write(Owner owner, String name) {
        RunId run = world().begun(owner, new ApplicationId("acme", name));
        for (int i = 0; i < 25; i++) {
            world().append(owner, run, i == 24, record(name + " a" + i), record(name + " b" + i));
        }
        List<StoredRecord> stored = world().journal().read(run);
        assertThat(JournalWorld.texts(stored).subList(1, 51)).allMatch(text -> text.contains(name + " "));
        return stored;
    }

    @Test
    @DisplayName("a record comes back byte for byte: any script, any control character, a mebibyte")
    void keepsBytes() {
        String scripts = "{\"text\":\"\\u0000\\n é ü 你好 🚀 \u2028 \\\" ' \"}";
        String large = "{\"text\":\"" + JournalWorld.pad("ü", 1 << 20) + "\"}";
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        world().append(owner, run, false, record(JournalRecord.Kind.OUTCOME, scripts));
        world().append(owner, run, false, record(JournalRecord.Kind.OUTCOME, large));
        List<StoredRecord> stored = world().journal().read(run);
        assertThat(stored.get(1).record().json()).isEqualTo(scripts.getBytes(StandardCharsets.UTF_8));
        assertThat(stored.get(2).record().json()).isEqualTo(large.getBytes(StandardCharsets.UTF_8));
        JournalWorld.assertChained(stored);
    }
}
