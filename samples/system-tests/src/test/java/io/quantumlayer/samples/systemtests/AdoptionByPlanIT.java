package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real applications that go on running without their journal, and are taken over by their plan. */
class AdoptionByPlanIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Orphans NONE = new Orphans(List.of(), List.of());

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws IOException {
        home = new Home(Files.createDirectories(folder.resolve("home")));
    }

    @Test
    void whatAKilledHostLeftIsAdoptedWithoutARestart() throws Exception {
        Path source = TinyApp.compiledIn(folder);
        killedAfterDeploying(source);
        loseJournal();
        List<Long> running = home.processes();
        Set<String> markers = home.markers();
        assertThat(markers).hasSize(1);

        DeploymentPlan plan = HostMain.plan(source.toString(), "first");
        try (QuantumLayer ql = home.open()) {
            URI address = adopted(ql, plan);
            assertThat(home.processes()).as("the same processes serve").isEqualTo(running);
            assertThat(new Service(address).get("/health", "").statusCode()).isEqualTo(200);
            assertThat(ql.deploy(plan).await(LONG).outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(home.processes()).isEqualTo(running);

            Application victim = ql.application("victim");
            DeploymentPlan other = HostMain.plan(source.toString(), "second");
            assertThat(ql.deploy(other).await(LONG).outcome()).isEqualTo(Outcome.LIVE);
            assertThat(victim.rollback().await(LONG).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(home.markers()).as("the adopted process serves again").containsAll(markers);
            gone(victim);
        }
    }

    @Test
    void whatDiffersIsReplacedAndNothingIsLeftOver() throws Exception {
        Path source = TinyApp.compiledIn(folder);
        killedAfterDeploying(source);
        loseJournal();
        Set<String> before = home.markers();

        try (QuantumLayer ql = home.open()) {
            DeploymentResult live =
                    ql.adopt(HostMain.plan(source.toString(), "other")).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(live.toString()).contains("so that they differ", "forgotten resource(s) removed");
            assertThat(home.markers()).hasSize(1).doesNotContainAnyElementsOf(before);
            assertThat(home.releases()).hasSize(1);
            assertThat(ql.orphans()).isEqualTo(NONE);
            gone(ql.application("victim"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A static site for a bakery", "Create a Java REST service for a todo list with authentication"})
    void whatASentenceMadeIsMadeEqualAgain(String sentence) throws Exception {
        DeploymentPlan plan = DeploymentPlan.named("said").requirement(sentence).build();
        try (QuantumLayer ql = home.open()) {
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
        }
        List<Long> running = home.processes();
        loseJournal();
        try (QuantumLayer ql = home.open()) {
            adopted(ql, plan);
            assertThat(home.processes()).isEqualTo(running);
            gone(ql.application("said"));
        }
    }

    private static URI adopted(QuantumLayer ql, DeploymentPlan plan) throws InterruptedException {
        DeploymentResult adopted = ql.adopt(plan).await(LONG);
        assertThat(adopted.outcome()).as(adopted.toString()).isEqualTo(Outcome.ADOPTED);
        assertThat(adopted.evidence())
                .extracting(Evidence::claim)
                .contains(Claim.RELEASE_PLACED, Claim.TRAFFIC_DIGEST, Claim.PUBLIC_PROBED);
        assertThat(ql.orphans()).isEqualTo(NONE);
        return adopted.url().orElseThrow();
    }

    private void gone(Application application) throws IOException, InterruptedException {
        DeploymentResult gone = application.destroy().await(LONG);
        assertThat(gone.outcome()).as(gone.toString()).isEqualTo(Outcome.DESTROYED);
        assertThat(home.processes()).isEmpty();
        assertThat(home.listening()).isEmpty();
        assertThat(home.releases()).isEmpty();
    }

    private void killedAfterDeploying(Path source) throws IOException, InterruptedException {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostMain.class.getName(),
                        "hold",
                        home.folder().toString(),
                        source.toString(),
                        "first")
                .redirectErrorStream(true)
                .start();
        StringBuilder out = new StringBuilder();
        try (BufferedReader lines = host.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.append(line).append('\n');
                if (line.startsWith("DEPLOY")) {
                    break;
                }
            }
        } finally {
            host.destroyForcibly().waitFor();
        }
        assertThat(out).contains("LIVE");
    }

    private void loseJournal() throws IOException {
        for (String name : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
            Files.deleteIfExists(home.folder().resolve(name));
        }
        assertThat(home.folder().resolve("journal.db")).doesNotExist();
    }
}
