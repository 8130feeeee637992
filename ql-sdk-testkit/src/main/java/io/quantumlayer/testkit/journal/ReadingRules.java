package io.quantumlayer.testkit.journal;

import static io.quantumlayer.testkit.journal.JournalWorld.TODOS;
import static io.quantumlayer.testkit.journal.JournalWorld.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What can be asked, and that tenants never meet. */
abstract class ReadingRules {
    abstract JournalWorld world();

    @Test
    @DisplayName("what is not known is empty")
    void knowsNothing() {
        RunId unknown = world().header(TODOS).id();
        assertThat(world().journal().read(unknown)).isEmpty();
        assertThat(world().journal().find(unknown)).isEmpty();
        assertThat(world().journal().runs(TODOS)).isEmpty();
        assertThat(world().journal().applications("acme")).isEmpty();
        assertThat(world().journal().records(TODOS, JournalRecord.Kind.RELEASE)).isEmpty();
    }

    @Test
    @DisplayName("the runs of an application come oldest first, with their ends")
    void listsRuns() {
        Owner owner = world().owner();
        RunId first = world().ended(owner, TODOS);
        RunId second = world().ended(owner, TODOS);
        world().ended(owner, new ApplicationId("acme", "other"));
        RunId third = world().begun(owner, TODOS);
        List<RunHeader> runs = world().journal().runs(TODOS);
        assertThat(runs).extracting(RunHeader::id).containsExactly(first, second, third);
        assertThat(runs).extracting(RunHeader::ended).containsExactly(true, true, false);
    }

    @Test
    @DisplayName("the applications of a tenant come by name, those of another tenant not at all")
    void listsApplications() {
        Owner owner = world().owner();
        for (String name : List.of("zebra", "ape", "monkey")) {
            world().ended(owner, new ApplicationId("acme", name));
        }
        world().ended(owner, new ApplicationId("acme", "ape"));
        world().ended(owner, new ApplicationId("globex", "bear"));
        assertThat(world().journal().applications("acme"))
                .extracting(ApplicationId::name)
                .containsExactly("ape", "monkey", "zebra");
    }

    @Test
    @DisplayName("the records of one kind come by age of the run, then by sequence")
    void readsOneKind() {
        Owner owner = world().owner();
        RunId first = world().begun(owner, TODOS);
        world().append(owner, first, false, release(1), record("between"), release(2));
        world().append(owner, first, true, release(3));
        RunId second = world().begun(owner, TODOS);
        world().append(owner, second, false, record(JournalRecord.Kind.INTENT, "{}"), release(4));
        RunId other = world().begun(owner, new ApplicationId("acme", "other"));
        world().append(owner, other, false, release(5));
        List<StoredRecord> releases = world().journal().records(TODOS, JournalRecord.Kind.RELEASE);
        assertThat(JournalWorld.texts(releases)).containsExactly("1", "2", "3", "4");
        assertThat(releases).extracting(StoredRecord::run).containsExactly(first, first, first, second);
        assertThat(releases).extracting(StoredRecord::sequence).containsExactly(1L, 3L, 4L, 2L);
        assertThat(world().journal().records(TODOS, JournalRecord.Kind.INTENT)).hasSize(1);
        assertThat(world().journal().records(TODOS, JournalRecord.Kind.CHECKPOINT))
                .hasSize(3);
        assertThat(world().journal().records(TODOS, JournalRecord.Kind.OUTCOME)).isEmpty();
    }

    private static JournalRecord release(int number) {
        return record(JournalRecord.Kind.RELEASE, Integer.toString(number));
    }

    @Test
    @DisplayName("two tenants with one application name, and even one run id, never see each other")
    void keepsTenantsApart() {
        Owner owner = world().owner();
        RunHeader mine = world().header(new ApplicationId("acme", "todo"));
        RunId theirs = new RunId(new ApplicationId("globex", "todo"), mine.id().value());
        world().journal().begin(owner, mine, List.of(record("acme's"), release(1)));
        assertThat(world().journal().find(theirs)).isEmpty();
        assertThat(world().journal().read(theirs)).isEmpty();
        world().journal()
                .begin(
                        owner,
                        new RunHeader(theirs, mine.kind(), 2, false, mine.createdAt()),
                        List.of(record("theirs")));
        world().append(owner, theirs, true, record("the end"));
        assertThat(world().records(mine.id())).containsExactly(record("acme's"), release(1));
        assertThat(world().records(theirs)).containsExactly(record("theirs"), record("the end"));
        assertThat(world().journal().find(mine.id())).contains(mine);
        assertThat(world().journal().records(theirs.application(), JournalRecord.Kind.RELEASE))
                .isEmpty();
        assertThat(world().journal().runs(theirs.application())).hasSize(1);
    }

    @Test
    @DisplayName("the links of a run are one hash chain that anybody can recompute")
    void chainsRecords() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        world().append(owner, run, false, record("a"), record(JournalRecord.Kind.INTENT, "{\"b\":1}"));
        world().append(owner, run, true, record(JournalRecord.Kind.OUTCOME, "null"));
        RunId other = world().begun(owner, TODOS);
        JournalWorld.assertChained(world().journal().read(run));
        JournalWorld.assertChained(world().journal().read(other));
        assertThat(world().journal().read(run)).hasSize(4);
    }
}
