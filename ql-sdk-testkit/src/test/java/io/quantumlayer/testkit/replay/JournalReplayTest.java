package io.quantumlayer.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.testkit.bench.TestBench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReplayTest {
    @TempDir
    Path home;

    private final Map<RunId, List<RunEvent>> events = new HashMap<>();
    private final Map<RunId, RunKind> kinds = new HashMap<>();
    private String export;

    @BeforeEach
    void record() throws IOException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            DeploymentPlan plan = DeploymentPlan.named("todo")
                    .requirement("Create a Java REST service for a todo list, \"naïve\" ✓")
                    .build();
            keep(bench, layer.deploy(plan));
            keep(bench, layer.application("todo").destroy());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bench.journal().export("default", out);
            export = out.toString(StandardCharsets.UTF_8);
        }
    }

    private void keep(TestBench bench, Deployment run) {
        bench.await(run);
        events.put(run.id(), run.events());
        kinds.put(run.id(), run.kind());
    }

    private static JournalReplay read(String text) throws IOException {
        return JournalReplay.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aStoredHistoryGivesTheEventsThatHappened() throws IOException {
        JournalReplay replay = read(export);
        assertThat(replay.broken()).isEmpty();
        assertThat(replay.runs()).containsExactlyInAnyOrderElementsOf(events.keySet());
        for (RunId run : replay.runs()) {
            assertThat(replay.events(run, kinds.get(run))).isEqualTo(events.get(run));
        }
    }

    @Test
    void aChangedRecordBreaksItsChain() throws IOException {
        assertThat(read(export.replaceFirst("fake ready", "fake readx")).broken())
                .hasSize(1)
                .allMatch(line -> line.endsWith("does not fit its link"));
    }

    @Test
    void aMissingRecordBreaksItsChain() throws IOException {
        List<String> lines = export.lines().toList();
        String holed =
                String.join("\n", lines.subList(0, 2)) + "\n" + String.join("\n", lines.subList(3, lines.size()));
        assertThat(read(holed).broken()).isNotEmpty();
    }

    @Test
    void aLineThatIsNoRecordIsNamed() {
        assertThatThrownBy(() -> read(export + "{\"tenant\":\"default\"}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line " + (export.lines().count() + 1));
    }
}
