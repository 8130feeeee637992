package io.quantumlayer.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.api.spi.journal.Durability;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.RecordType;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final ApplicationId APP = new ApplicationId("t", "app");

    private final MemoryJournal journal = new MemoryJournal();
    private final Owner owner = journal.register("me", LEASE, NOW);

    private static RunId run(ApplicationId application, int number) {
        return new RunId(application, "r%025d".formatted(number));
    }

    private static RunHeader header(RunId run) {
        return new RunHeader(run, RunKind.DEPLOY, 1, false, NOW);
    }

    private static JournalRecord record(JournalRecord.Kind kind, String json) {
        return new JournalRecord(kind, new RecordType("test", 1), NOW, json.getBytes(StandardCharsets.UTF_8));
    }

    private static JournalRecord checkpoint(int number) {
        return record(JournalRecord.Kind.CHECKPOINT, "{\"n\":" + number + "}");
    }

    private RunId begun(RunId run) {
        journal.begin(owner, header(run), List.of(checkpoint(0)));
        return run;
    }

    private void end(RunId run) {
        assertThat(code(owner, run, true)).isEqualTo("written");
    }

    /** Appends, and returns what came of it. */
    private String code(Owner writer, RunId run, boolean ends) {
        try {
            journal.append(writer, run, List.of(checkpoint(9)), ends)
                    .toCompletableFuture()
                    .get(1, TimeUnit.SECONDS);
            return "written";
        } catch (ExecutionException e) {
            return ((QuantumLayerException) e.getCause()).failure().code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void survivesNothing() {
        assertThat(journal.durability()).isEqualTo(Durability.NONE);
    }

    @Test
    void keepsTheRecordsOfARunInOrderAsOneChain() {
        RunId run = begun(run(APP, 1));
        journal.append(owner, run, List.of(checkpoint(1), checkpoint(2)), false);
        journal.append(owner, run, List.of(checkpoint(3)), true);

        List<StoredRecord> records = journal.read(run);
        assertThat(records).extracting(StoredRecord::sequence).containsExactly(0L, 1L, 2L, 3L);
        String link = "0".repeat(64);
        for (int i = 0; i < 4; i++) {
            link = checkpoint(i).link(link);
            assertThat(records.get(i)).isEqualTo(new StoredRecord(run, i, checkpoint(i), link));
        }
        assertThat(journal.find(run)).contains(new RunHeader(run, RunKind.DEPLOY, 1, true, NOW));
    }

    @Test
    void knowsNothingOfAnUnknownRun() {
        assertThat(journal.read(run(APP, 1))).isEmpty();
        assertThat(journal.find(run(APP, 1))).isEmpty();
        assertThat(journal.runs(APP)).isEmpty();
        assertThat(journal.applications("t")).isEmpty();
    }

    @Test
    void refusesASecondRunUntilTheFirstHasEnded() {
        RunId first = begun(run(APP, 1));
        RunId second = run(APP, 2);

        assertThatThrownBy(() -> begun(second))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("application.busy"));
        assertThat(journal.find(second)).isEmpty();

        end(first);
        begun(second);
        assertThat(journal.runs(APP)).extracting(RunHeader::id).containsExactly(first, second);
        assertThat(journal.runs(APP)).extracting(RunHeader::ended).containsExactly(true, false);
    }

    @Test
    void keepsTenantsAndApplicationsApart() {
        ApplicationId other = new ApplicationId("t", "another");
        ApplicationId foreign = new ApplicationId("u", "app");
        begun(run(APP, 1));
        begun(run(other, 1));
        begun(run(foreign, 1));

        assertThat(journal.applications("t")).containsExactly(other, APP);
        assertThat(journal.applications("u")).containsExactly(foreign);
        assertThat(journal.runs(foreign)).hasSize(1);
    }

    @Test
    void refusesWhoeverDoesNotHoldTheRunOrWhatHasEnded() {
        RunId run = begun(run(APP, 1));
        Owner stranger = journal.register("other", LEASE, NOW);

        assertThat(code(stranger, run, false)).isEqualTo("journal.fenced");
        assertThat(code(owner, run(APP, 2), false)).isEqualTo("journal.fenced");
        end(run);
        assertThat(code(owner, run, false)).isEqualTo("journal.fenced");
        assertThat(journal.read(run)).hasSize(2);
    }

    @Test
    void givesEachOwnerAHigherFence() {
        assertThat(journal.register("me", LEASE, NOW).fence()).isGreaterThan(owner.fence());
    }

    @Test
    void letsOnlyTheDeadBeTakenOver() {
        RunId run = begun(run(APP, 1));
        Owner other = journal.register("other", LEASE, NOW);

        assertThat(journal.claim(other, NOW.plusMillis(14_999))).isEmpty();
        assertThat(journal.renew(owner, NOW.plusSeconds(10))).isTrue();
        assertThat(journal.claim(other, NOW.plusSeconds(24))).isEmpty();
        assertThat(journal.claim(other, NOW.plusSeconds(25))).containsExactly(run);
        assertThat(journal.claim(other, NOW.plusSeconds(25))).isEmpty();

        assertThat(journal.renew(owner, NOW.plusSeconds(25))).isFalse();
        assertThat(code(owner, run, false)).isEqualTo("journal.fenced");
        assertThat(code(other, run, true)).isEqualTo("written");
        assertThatThrownBy(() -> begun(run(APP, 2))).isInstanceOf(QuantumLayerException.class);
    }

    @Test
    void letsALateOwnerLiveWhomNobodyDeclaredDead() {
        RunId run = begun(run(APP, 1));

        assertThat(journal.renew(owner, NOW.plusSeconds(3_600))).isTrue();
        assertThat(code(owner, run, false)).isEqualTo("written");
    }

    @Test
    void handsOverAtOnceWhatWasGivenUpOldestFirst() {
        RunId first = begun(run(new ApplicationId("t", "z"), 1));
        RunId second = begun(run(new ApplicationId("t", "a"), 2));
        RunId ended = begun(run(APP, 3));
        end(ended);
        Owner other = journal.register("other", LEASE, NOW);

        journal.release(owner);
        journal.release(owner);

        assertThat(journal.claim(other, NOW)).containsExactly(first, second);
        assertThat(journal.claim(owner, NOW)).isEmpty();
    }

    @Test
    void givesEachRunToOneOfManyClaimers() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            begun(run(new ApplicationId("t", "a" + i), i));
        }
        journal.release(owner);
        AtomicInteger claimed = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Void>> claimers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Owner claimer = journal.register("c" + i, LEASE, NOW);
            claimers.add(CompletableFuture.runAsync(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                claimed.addAndGet(journal.claim(claimer, NOW).size());
            }));
        }
        go.countDown();
        CompletableFuture.allOf(claimers.toArray(new CompletableFuture<?>[0])).get(10, TimeUnit.SECONDS);

        assertThat(claimed).hasValue(1_000);
    }

    @Test
    void readsOneKindOverAllRunsOfAnApplication() {
        RunId first = run(APP, 2);
        JournalRecord release = record(JournalRecord.Kind.RELEASE, "{\"r\":1}");
        journal.begin(owner, header(first), List.of(checkpoint(0), release));
        end(first);
        RunId second = begun(run(APP, 1));
        journal.append(owner, second, List.of(release, checkpoint(1), release), false);

        assertThat(journal.records(APP, JournalRecord.Kind.RELEASE))
                .extracting(s -> s.run().equals(first) ? "first " + s.sequence() : "second " + s.sequence())
                .containsExactly("first 1", "second 1", "second 3");
    }

    @Test
    void prunesOnlyOldEndedRunsThatNobodyWantsToKeep() {
        List<RunId> ended = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RunId run = run(APP, i);
            RunHeader at = new RunHeader(run, RunKind.DEPLOY, 1, false, NOW.plusSeconds(i));
            journal.begin(owner, at, List.of(checkpoint(0)));
            end(run);
            ended.add(run);
        }
        RunId running = run(APP, 9);
        journal.begin(
                owner, new RunHeader(running, RunKind.DEPLOY, 1, false, NOW.minusSeconds(9)), List.of(checkpoint(0)));

        assertThat(journal.prune(APP, NOW.plusSeconds(3), Set.of(ended.get(1)))).isEqualTo(2);

        assertThat(journal.runs(APP)).extracting(RunHeader::id).containsExactly(ended.get(1), ended.get(3), running);
        assertThat(journal.read(ended.get(0))).isEmpty();
        end(running);
        assertThat(journal.prune(APP, NOW.plusSeconds(99), Set.of())).isEqualTo(3);
        assertThat(journal.applications("t")).isEmpty();
    }

    @Test
    void exportsOneLineARecordByRunAndSequence() throws Exception {
        RunId late = begun(run(new ApplicationId("t", "a"), 2));
        RunId early = run(APP, 1);
        journal.begin(
                owner, header(early), List.of(record(JournalRecord.Kind.INTENT, "{\n \"ä\":\r\n1}"), checkpoint(1)));
        begun(run(new ApplicationId("u", "app"), 0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        journal.export("t", out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.toString())
                .isEqualTo("{\"tenant\":\"t\",\"application\":\"app\",\"run\":\"" + early.value() + "\",\"sequence\":0,"
                        + "\"kind\":\"INTENT\",\"type\":\"test\",\"schema\":1,\"time\":\"2026-01-01T00:00:00Z\","
                        + "\"link\":\"" + journal.read(early).get(0).link() + "\",\"record\":{\"ä\":1}}");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("sequence").asInt())
                .isEqualTo(1);
        assertThat(new ObjectMapper().readTree(lines.get(2)).get("run").asText())
                .isEqualTo(late.value());
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    }

    @Test
    void writesNothingAfterItsClose() {
        RunId run = begun(run(APP, 1));
        journal.close();
        journal.close();

        assertThat(code(owner, run, false)).isEqualTo("journal.unavailable");
        assertThatThrownBy(() -> begun(run(new ApplicationId("t", "b"), 1)))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("journal.unavailable"));
        assertThat(journal.read(run)).hasSize(1);
    }

    @Test
    void refusesToBeginARunTwiceEndedOrEmpty() {
        RunId run = begun(run(APP, 1));
        end(run);
        RunHeader ended = new RunHeader(run(APP, 2), RunKind.DEPLOY, 1, true, NOW);

        assertThatThrownBy(() -> begun(run)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.begin(owner, ended, List.of(checkpoint(0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.begin(owner, header(run(APP, 3)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.append(owner, run, List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
