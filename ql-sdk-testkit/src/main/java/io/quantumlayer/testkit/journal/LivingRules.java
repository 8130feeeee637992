package io.quantumlayer.testkit.journal;

import static io.quantumlayer.testkit.journal.JournalWorld.NOW;
import static io.quantumlayer.testkit.journal.JournalWorld.TODOS;
import static io.quantumlayer.testkit.journal.JournalWorld.await;
import static io.quantumlayer.testkit.journal.JournalWorld.failureOf;
import static io.quantumlayer.testkit.journal.JournalWorld.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.Journal;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds over the life of a journal, and beyond it where the journal claims so. */
abstract class LivingRules {
    abstract JournalWorld world();

    @Test
    @DisplayName("it says durable exactly if it keeps what was committed")
    void claimsWhatItKeeps() {
        assertThat(world().journal().durability() != Durability.NONE).isEqualTo(world().claims(JournalTrait.REOPENS));
    }

    @Test
    @DisplayName("close writes what is still held; to close twice is the same as once")
    void closesInOrder() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            stages.add(world().journal().append(owner, run, List.of(record("w" + i)), false));
        }
        world().journal().close();
        world().journal().close();
        stages.forEach(JournalWorld::await);
    }

    @Test
    @DisplayName("a closed journal takes no write")
    void refusesAfterClose() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        RunHeader other = world().header(new ApplicationId("acme", "other"));
        Journal journal = world().journal();
        journal.close();
        for (Failure failure : List.of(
                failureOf(() -> await(journal.append(owner, run, List.of(record("late")), false))),
                failureOf(() -> journal.begin(owner, other, List.of(record("late")))))) {
            assertThat(failure.type()).isEqualTo(ErrorType.DEPENDENCY);
            assertThat(failure.code()).isEqualTo("journal.unavailable");
        }
    }

    @Test
    @DisplayName("opened again, it has all that was committed, and continues where it was")
    void reopens() {
        assumeTrue(world().claims(JournalTrait.REOPENS), "the journal does not claim to reopen");
        Owner owner = world().owner();
        RunId ended = world().ended(owner, TODOS);
        RunId run = world().begun(owner, TODOS);
        world().append(owner, run, false, record(JournalRecord.Kind.RELEASE, "[\"é\"]"), record("held"));
        List<RunHeader> runs = world().journal().runs(TODOS);
        List<StoredRecord> records = world().journal().read(run);
        world().reopen();
        assertThat(world().journal().runs(TODOS)).isEqualTo(runs);
        assertThat(world().journal().read(run)).isEqualTo(records);
        assertThat(world().journal().read(ended)).hasSize(2);
        world().append(owner, run, false, record("the same owner goes on"));
        Owner next = world().owner();
        assertThat(next.fence()).isGreaterThan(owner.fence());
        world().journal().release(owner);
        assertThat(world().journal().claim(next, NOW)).containsExactly(run);
        world().append(next, run, true, record("and another one ends it"));
        JournalWorld.assertChained(world().journal().read(run));
        assertThat(world().journal().read(run)).hasSize(5);
    }

    @Test
    @DisplayName("fences grow over the life of the store, even if no owner is left")
    void growsFencesForEver() {
        assumeTrue(world().claims(JournalTrait.REOPENS), "the journal does not claim to reopen");
        Owner last = world().owner();
        world().journal().release(last);
        world().reopen();
        assertThat(world().owner().fence()).isGreaterThan(last.fence());
    }

    @Test
    @DisplayName("two that are open over one store are one journal")
    void shares() {
        assumeTrue(world().claims(JournalTrait.SHARED), "the journal does not claim to be shared");
        Journal one = world().journal();
        Journal two = world().another();
        Owner first = world().owner(one, NOW);
        Owner second = world().owner(two, NOW);
        assertThat(second.fence()).isGreaterThan(first.fence());
        RunId run = world().begun(first, TODOS);
        Failure busy = failureOf(() -> two.begin(second, world().header(TODOS), List.of(record("second"))));
        assertThat(busy.code()).isEqualTo("application.busy");
        assertThat(two.read(run)).isEqualTo(one.read(run));
        world().append(first, run, false, record("by the first"));
        one.release(first);
        assertThat(two.claim(second, NOW)).containsExactly(run);
        assertThat(failureOf(() -> await(one.append(first, run, List.of(record("fenced")), false)))
                        .code())
                .isEqualTo("journal.fenced");
        await(two.append(second, run, List.of(record("by the second")), false));
        two.release(second);
        Owner third = world().owner(one, NOW);
        assertThat(one.claim(third, NOW)).containsExactly(run);
        await(one.append(third, run, List.of(record("by the third")), true));
        assertThat(two.read(run)).hasSize(4).isEqualTo(one.read(run));
        JournalWorld.assertChained(two.read(run));
    }

    @Test
    @DisplayName("two that write to one store at the same time lose nothing")
    void sharesUnderLoad() {
        assumeTrue(world().claims(JournalTrait.SHARED), "the journal does not claim to be shared");
        List<Journal> journals = List.of(world().journal(), world().another(), world().another());
        JournalWorld.together(journals.stream()
                .<Callable<Integer>>map(journal -> () -> fill(journal, journals.indexOf(journal)))
                .toList());
        assertThat(world().journal().applications("acme")).hasSize(30);
        for (ApplicationId application : world().journal().applications("acme")) {
            RunId run = world().journal().runs(application).get(0).id();
            assertThat(world().journal().read(run)).hasSize(11);
            JournalWorld.assertChained(world().journal().read(run));
        }
    }

    private int fill(Journal journal, int index) {
        Owner owner = world().owner(journal, NOW);
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RunHeader header = world().header(new ApplicationId("acme", "app-" + index + "-" + i));
            journal.begin(owner, header, List.of(record("begin")));
            for (int k = 0; k < 10; k++) {
                stages.add(journal.append(owner, header.id(), List.of(record("w" + k)), k == 9));
            }
        }
        stages.forEach(JournalWorld::await);
        return stages.size();
    }
}
