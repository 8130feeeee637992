package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.fake.FakeResource;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands outside and no journal knows is listed by name, and goes with its application. */
class OrphansTest {
    private static final ApplicationId APPLICATION = new ApplicationId("default", "todo");

    @TempDir
    Path home;

    private TestBench bench;

    @BeforeEach
    void open() {
        bench = TestBench.in(home);
    }

    @Test
    void whatAReleaseUsesIsNoOrphan() {
        try (QuantumLayer layer = bench.start()) {
            bench.await(layer.deploy(Plans.first()));
            assertThat(layer.orphans()).isEqualTo(new Orphans(List.of(), List.of()));
        }
    }

    @Test
    void whatALostJournalKnewIsFoundByName() {
        deployAndForget();
        try (QuantumLayer layer = bench.start()) {
            assertThat(layer.orphans().found())
                    .extracting(Orphans.Orphan::resource)
                    .containsExactlyElementsOf(resources());
            assertThat(layer.orphans().found()).allSatisfy(orphan -> {
                assertThat(orphan.application()).isEqualTo(APPLICATION);
                assertThat(orphan.since()).isPresent();
            });
        }
    }

    @Test
    void destroyTakesWhatNobodyRemembers() {
        deployAndForget();
        try (QuantumLayer layer = bench.start()) {
            Deployment destroyed = layer.application("todo").destroy();
            assertThat(bench.await(destroyed)).hasOutcome(Outcome.DESTROYED);
            assertThat(resources()).isEmpty();
            assertThat(bench.world().route(APPLICATION)).isEmpty();
            assertThat(layer.orphans().found()).isEmpty();
            assertThat(bench.intents().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 10, 12})
    void aKillWhileTheyAreTakenLosesNone(int commit) {
        deployAndForget();
        Dying.at(
                CrashPoint.afterCommit(commit),
                bench,
                dying -> dying.application("todo").destroy());
        try (QuantumLayer layer = bench.start()) {
            layer.resume().forEach(bench::await);
            assertThat(bench.await(layer.application("todo").destroy())).hasOutcome(Outcome.DESTROYED);
            assertThat(resources()).isEmpty();
            assertThat(bench.intents().violations()).isEmpty();
        }
    }

    @Test
    void whereNobodyCanLookIsSaid() {
        deployAndForget();
        bench.faults()
                .inject(
                        Site.call(Provider.class, "inventory").always(),
                        Fault.throwing(() -> new IllegalStateException("no list")));
        try (QuantumLayer layer = bench.start()) {
            assertThat(layer.orphans().found()).isEmpty();
            assertThat(layer.orphans().unsearched()).singleElement().asString().contains("no list");
        }
    }

    private void deployAndForget() {
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
        }
        bench.loseJournal();
    }

    private List<String> resources() {
        return bench.world().resources().stream().map(FakeResource::name).toList();
    }
}
