package io.quantumlayer.testkit.journal;

import static io.quantumlayer.testkit.journal.JournalWorld.AFTER_EXPIRY;
import static io.quantumlayer.testkit.journal.JournalWorld.BEFORE_EXPIRY;
import static io.quantumlayer.testkit.journal.JournalWorld.LEASE;
import static io.quantumlayer.testkit.journal.JournalWorld.NOW;
import static io.quantumlayer.testkit.journal.JournalWorld.TODOS;
import static io.quantumlayer.testkit.journal.JournalWorld.failureOf;
import static io.quantumlayer.testkit.journal.JournalWorld.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may write to a run, and when that changes. */
abstract class OwningRules {
    abstract JournalWorld world();

    @Test
    @DisplayName("every owner gets a new, highest fence")
    void numbersOwners() {
        List<Long> fences = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Owner owner = world().journal().register("1.2.name-" + i, LEASE, NOW);
            assertThat(owner.name()).isEqualTo("1.2.name-" + i);
            fences.add(owner.fence());
            world().journal().release(owner);
        }
        assertThat(fences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("an owner that never held a run cannot write to it")
    void refusesStranger() {
        RunId run = world().begun(world().owner(), TODOS);
        Owner stranger = world().owner();
        assertFenced(stranger, run);
    }

    @Test
    @DisplayName("while its lease lasts, an owner keeps its runs")
    void keepsRunsOfLiving() {
        Owner living = world().owner();
        RunId run = world().begun(living, TODOS);
        assertThat(world().journal().claim(world().owner(), BEFORE_EXPIRY)).isEmpty();
        world().append(living, run, false, record("still here"));
        assertThat(world().journal().renew(living, BEFORE_EXPIRY)).isTrue();
    }

    @Test
    @DisplayName("two owners in one process are two owners: neither takes from the other while its lease lasts")
    void keepsInstancesApart() {
        Owner first = world().owner();
        Owner second = world().owner();
        world().begun(first, TODOS);
        world().begun(second, new ApplicationId("acme", "other"));
        assertThat(world().journal().claim(first, BEFORE_EXPIRY)).isEmpty();
        assertThat(world().journal().claim(second, BEFORE_EXPIRY)).isEmpty();
    }

    @Test
    @DisplayName("a renewal makes the lease last from then on")
    void renews() {
        Owner living = world().owner();
        world().begun(living, TODOS);
        assertThat(world().journal().renew(living, BEFORE_EXPIRY)).isTrue();
        Owner other = world().owner(world().journal(), AFTER_EXPIRY);
        assertThat(world().journal().claim(other, AFTER_EXPIRY)).isEmpty();
        assertThat(world().journal().claim(other, BEFORE_EXPIRY.plus(LEASE).plusSeconds(1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("a lease that ran out unnoticed can still be renewed")
    void renewsLate() {
        Owner late = world().owner();
        RunId run = world().begun(late, TODOS);
        assertThat(world().journal().renew(late, AFTER_EXPIRY)).isTrue();
        world().append(late, run, false, record("late but alive"));
    }

    @Test
    @DisplayName("the runs of an expired owner are claimed, oldest first, in every tenant")
    void claimsExpired() {
        Owner dead = world().owner();
        List<RunId> runs = List.of(
                world().begun(dead, new ApplicationId("acme", "zebra")),
                world().begun(dead, new ApplicationId("globex", "monkey")),
                world().begun(dead, new ApplicationId("acme", "ape")));
        Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
        assertThat(world().journal().claim(heir, AFTER_EXPIRY)).containsExactlyElementsOf(runs);
    }

    @Test
    @DisplayName("a run that ended is nobody's to claim")
    void leavesEndedRuns() {
        Owner dead = world().owner();
        world().ended(dead, TODOS);
        Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
        assertThat(world().journal().claim(heir, AFTER_EXPIRY)).isEmpty();
    }

    @Test
    @DisplayName("claim names only runs that the owner did not hold before")
    void claimsOnce() {
        Owner dead = world().owner();
        RunId orphan = world().begun(dead, TODOS);
        Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
        world().begun(heir, new ApplicationId("acme", "own"));
        assertThat(world().journal().claim(heir, AFTER_EXPIRY)).containsExactly(orphan);
        assertThat(world().journal().claim(heir, AFTER_EXPIRY)).isEmpty();
    }

    @Test
    @DisplayName("after a claim the old owner is fenced off, and the new one continues the chain")
    void fencesOldOwner() {
        Owner dead = world().owner();
        RunId run = world().begun(dead, TODOS);
        world().append(dead, run, false, record("mine"));
        Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
        world().journal().claim(heir, AFTER_EXPIRY);
        assertFenced(dead, run);
        world().append(heir, run, true, record("inherited"));
        assertThat(world().records(run)).containsExactly(record("begin"), record("mine"), record("inherited"));
        JournalWorld.assertChained(world().journal().read(run));
    }

    @Test
    @DisplayName("an owner that was declared dead stays dead: it cannot renew, begin or claim")
    void staysDead() {
        Owner dead = world().owner();
        RunId run = world().begun(dead, TODOS);
        Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
        world().journal().claim(heir, AFTER_EXPIRY);
        assertThat(world().journal().renew(dead, AFTER_EXPIRY)).isFalse();
        assertThat(failureOf(() -> world().begun(dead, new ApplicationId("acme", "new")))
                        .code())
                .isEqualTo("journal.fenced");
        world().journal().release(heir);
        assertThat(world().journal().claim(dead, AFTER_EXPIRY)).isEmpty();
        assertThat(world().journal().claim(world().owner(), NOW)).containsExactly(run);
    }

    @Test
    @DisplayName("a released owner's runs are claimed at once; to release twice is the same as once")
    void claimsReleased() {
        Owner leaving = world().owner();
        RunId run = world().begun(leaving, TODOS);
        world().journal().release(leaving);
        world().journal().release(leaving);
        assertThat(world().journal().claim(world().owner(), NOW)).containsExactly(run);
        assertFenced(leaving, run);
        assertThat(world().journal().renew(leaving, NOW)).isFalse();
    }

    @Test
    @DisplayName("of eight that claim at once, each run goes to one")
    void claimsOnceAmongMany() {
        Owner dead = world().owner();
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(world().begun(dead, new ApplicationId("acme", "app-" + i)));
        }
        List<Callable<List<RunId>>> heirs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Owner heir = world().owner(world().journal(), AFTER_EXPIRY);
            heirs.add(() -> world().journal().claim(heir, AFTER_EXPIRY));
        }
        List<RunId> claimed = JournalWorld.together(heirs).stream()
                .flatMap(Collection::stream)
                .toList();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(runs);
    }

    @Test
    @DisplayName("an owner whose process is gone is dead at once")
    void claimsFromGoneProcess() {
        assumeTrue(world().claims(JournalTrait.SEES_PROCESSES), "the journal does not claim to see processes");
        // No system gives this process id.
        Owner gone = world().journal().register("2147483646.1700000000000.gone", LEASE, NOW);
        RunId run = world().begun(gone, TODOS);
        assertThat(world().journal().claim(world().owner(), NOW)).containsExactly(run);
    }

    @Test
    @DisplayName("an owner whose process id now belongs to another process is dead at once")
    void claimsFromRecycledProcess() {
        assumeTrue(world().claims(JournalTrait.SEES_PROCESSES), "the journal does not claim to see processes");
        String recycled = ProcessHandle.current().pid() + ".1000000000000.gone";
        Owner gone = world().journal().register(recycled, LEASE, NOW);
        RunId run = world().begun(gone, TODOS);
        assertThat(world().journal().claim(world().owner(), NOW)).containsExactly(run);
    }

    private void assertFenced(Owner owner, RunId run) {
        int before = world().records(run).size();
        Failure failure = failureOf(() -> world().append(owner, run, false, record("fenced")));
        assertThat(failure.type()).isEqualTo(ErrorType.CONCURRENCY);
        assertThat(failure.code()).isEqualTo("journal.fenced");
        assertThat(world().records(run)).hasSize(before);
    }
}
