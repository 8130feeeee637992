package io.quantumlayer.testkit.journal;

import static io.quantumlayer.testkit.journal.JournalWorld.NOW;
import static io.quantumlayer.testkit.journal.JournalWorld.TODOS;
import static io.quantumlayer.testkit.journal.JournalWorld.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.JournalRecord;
import io.quantumlayer.api.spi.journal.Owner;
import io.quantumlayer.api.spi.journal.StoredRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What retention takes away, and what an export holds. */
abstract class KeepingRules {
    private static final Instant LATER = NOW.plusSeconds(3600);

    abstract JournalWorld world();

    @Test
    @DisplayName("prune removes ended runs that began before the time, and counts them")
    void prunes() throws IOException {
        Owner owner = world().owner();
        RunId old = world().ended(owner, TODOS);
        RunId older = world().ended(owner, TODOS);
        assertThat(world().journal().prune(TODOS, LATER, Set.of())).isEqualTo(2);
        for (RunId gone : List.of(old, older)) {
            assertThat(world().journal().find(gone)).isEmpty();
            assertThat(world().journal().read(gone)).isEmpty();
        }
        assertThat(world().journal().runs(TODOS)).isEmpty();
        assertThat(world().journal().applications("acme")).isEmpty();
        assertThat(export("acme")).isEmpty();
        assertThat(world().journal().prune(TODOS, LATER, Set.of())).isZero();
    }

    @Test
    @DisplayName("prune leaves unfinished runs, younger runs, runs to keep, and other applications")
    void prunesNothingElse() {
        Owner owner = world().owner();
        RunId kept = world().ended(owner, TODOS);
        RunId removed = world().ended(owner, TODOS);
        RunId young = world().ended(owner, TODOS);
        Instant before = world().journal().find(young).orElseThrow().createdAt();
        RunId unfinished = world().begun(owner, TODOS);
        RunId other = world().ended(owner, new ApplicationId("acme", "other"));
        RunId foreign = world().ended(owner, new ApplicationId("globex", "todo"));
        assertThat(world().journal().prune(TODOS, before, Set.of(kept))).isEqualTo(1);
        assertThat(world().journal().prune(TODOS, LATER, Set.of(kept, young))).isZero();
        assertThat(world().journal().find(removed)).isEmpty();
        for (RunId left : List.of(kept, young, unfinished, other, foreign)) {
            assertThat(world().records(left)).isNotEmpty();
            JournalWorld.assertChained(world().journal().read(left));
        }
    }

    @Test
    @DisplayName("prune removes many runs")
    void prunesMany() {
        Owner owner = world().owner();
        for (int i = 0; i < 250; i++) {
            world().ended(owner, TODOS);
        }
        RunId unfinished = world().begun(owner, TODOS);
        assertThat(world().journal().prune(TODOS, LATER, Set.of())).isEqualTo(250);
        world().append(owner, unfinished, true, record("end"));
        assertThat(world().records(unfinished)).hasSize(2);
    }

    @Test
    @DisplayName("the export has one JSON line for each record of the tenant, by run and sequence, with all of it")
    void exports() throws IOException {
        Owner owner = world().owner();
        List<RunId> runs = List.of(
                world().ended(owner, TODOS),
                world().begun(owner, new ApplicationId("acme", "other")),
                world().begun(owner, TODOS));
        world().append(owner, runs.get(2), false, record(JournalRecord.Kind.RELEASE, "{\"deep\":{\"er\":[1,2.50]}}"));
        world().begun(owner, new ApplicationId("globex", "todo"));
        List<StoredRecord> expected = runs.stream()
                .flatMap(run -> world().journal().read(run).stream())
                .toList();
        List<JsonNode> lines = export("acme");
        assertThat(lines).hasSize(5).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertDescribes(lines.get(i), expected.get(i));
        }
    }

    private static void assertDescribes(JsonNode line, StoredRecord stored) throws IOException {
        assertThat(line.path("tenant").textValue())
                .isEqualTo(stored.run().application().tenant());
        assertThat(line.path("application").textValue())
                .isEqualTo(stored.run().application().name());
        assertThat(line.path("run").textValue()).isEqualTo(stored.run().value());
        assertThat(line.path("sequence").longValue()).isEqualTo(stored.sequence());
        assertThat(line.path("kind").textValue())
                .isEqualTo(stored.record().kind().name());
        assertThat(line.path("type").textValue()).isEqualTo(stored.record().type());
        assertThat(line.path("schema").intValue()).isEqualTo(stored.record().schema());
        assertThat(Instant.parse(line.path("time").textValue()).toEpochMilli())
                .isEqualTo(stored.record().at().toEpochMilli());
        assertThat(line.path("link").textValue()).isEqualTo(stored.link());
        assertThat(line.path("record"))
                .isEqualTo(new ObjectMapper().readTree(stored.record().json()));
        assertThat(line.size()).isEqualTo(10);
    }

    @Test
    @DisplayName("a record that spans lines or holds any character is still one line of equal JSON")
    void exportsOneLineEach() throws IOException {
        String json = "{\r\n  \"text\" : \"é 你好 🚀 \u2028\u2029 \\n \\u0000 \\\" \",\n\n  \"n\" : [ ]\n}\n";
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        world().append(owner, run, false, record(JournalRecord.Kind.OUTCOME, json));
        List<JsonNode> lines = export("acme");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).path("record")).isEqualTo(new ObjectMapper().readTree(json));
    }

    @Test
    @DisplayName("the export of an unknown tenant is empty, and the stream stays open")
    void leavesStreamOpen() throws IOException {
        world().begun(world().owner(), TODOS);
        List<String> calls = new ArrayList<>();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                calls.add("close");
            }
        };
        world().journal().export("nobody", out);
        assertThat(out).hasToString("");
        world().journal().export("acme", out);
        assertThat(out.toString()).isNotEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    @DisplayName("an export that cannot be written fails as the stream did, and the journal goes on")
    void passesOnIoException() {
        Owner owner = world().owner();
        RunId run = world().begun(owner, TODOS);
        IOException broken = new IOException("the pipe broke");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw broken;
            }
        };
        assertThatThrownBy(() -> world().journal().export("acme", out)).isSameAs(broken);
        world().append(owner, run, false, record("goes on"));
        assertThat(world().records(run)).hasSize(2);
    }

    private List<JsonNode> export(String tenant) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        world().journal().export(tenant, out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .satisfiesAnyOf(
                        all -> assertThat(all).isEmpty(), all -> assertThat(all).endsWith("}\n"));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Stream.of(text.split("\n")).filter(l -> !l.isEmpty()).toList()) {
            JsonNode node = new ObjectMapper().readTree(line);
            assertThat(node.isObject()).as("%s is one object", line).isTrue();
            lines.add(node);
        }
        return lines;
    }
}
