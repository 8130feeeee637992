package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real application whose journal was deleted is found, named and taken away. */
class LostJournalIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final DeploymentPlan PLAN = DeploymentPlan.named("bakery")
            .requirement("A static site for a bakery")
            .build();

    @TempDir
    Path folder;

    @Test
    void whatRunsWithoutAJournalIsFoundAndRemoved() throws IOException, InterruptedException {
        Home home = new Home(folder);
        URI before = deployed(home);
        assertThat(home.processes()).isNotEmpty();
        loseJournal();

        try (QuantumLayer ql = home.open()) {
            Orphans orphans = ql.orphans();
            assertThat(orphans.unsearched()).isEmpty();
            assertThat(orphans.found()).extracting(Orphans.Orphan::operation).contains("start-process");
            assertThat(orphans.found())
                    .allSatisfy(o -> assertThat(o.application()).isEqualTo(new ApplicationId("default", "bakery")));

            DeploymentResult again = ql.deploy(PLAN).await(LONG);
            assertThat(again.outcome()).as(again.toString()).isEqualTo(Outcome.LIVE);
            assertThat(again.url()).as("the public address stays").contains(before);
            assertThat(ql.orphans().found())
                    .as("what the new release shares is used, the old process is not")
                    .extracting(Orphans.Orphan::operation)
                    .contains("start-process")
                    .hasSizeLessThan(orphans.found().size());

            DeploymentResult gone = ql.application("bakery").destroy().await(LONG);
            assertThat(gone.outcome()).as(gone.toString()).isEqualTo(Outcome.DESTROYED);
            assertThat(ql.orphans()).isEqualTo(new Orphans(List.of(), List.of()));
        }
        assertThat(home.processes()).isEmpty();
        assertThat(home.listening()).isEmpty();
        assertThat(home.releases()).isEmpty();
    }

    private static URI deployed(Home home) throws InterruptedException {
        try (QuantumLayer ql = home.open()) {
            DeploymentResult live = ql.deploy(PLAN).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            return live.url().orElseThrow();
        }
    }

    private void loseJournal() throws IOException {
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        assertThat(folder.resolve("journal.db")).doesNotExist();
    }
}
