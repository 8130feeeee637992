package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.journal.RunHeader;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.core.QuantumLayerBuilder;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import io.quantumlayer.testkit.survival.WorldCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final ApplicationId APPLICATION = new ApplicationId("default", "todo");

    @TempDir
    Path folder;

    @Test
    void withoutASettingEveryRunStays() {
        TestBench bench = bench("all");
        for (int i = 0; i < 5; i++) {
            deploy(bench, Plans.first());
        }
        assertThat(runs(bench)).hasSize(5);
    }

    @Test
    void oldRunsGoAndThoseOfPlacedReleasesStay() {
        TestBench bench = pruning("few", Duration.ofDays(1), 2);
        RunId first = deploy(bench, Plans.first());
        RunId second = deploy(bench, Plans.second());
        deploy(bench, Plans.second());
        deploy(bench, Plans.second());
        assertThat(runs(bench)).as("all are young").hasSize(4);
        bench.time().advance(Duration.ofDays(2));
        RunId fifth = deploy(bench, Plans.second());
        assertThat(runs(bench)).hasSize(4).contains(first, second, fifth);
        RunId sixth = deploy(bench, Plans.second());
        assertThat(runs(bench)).containsExactly(first, second, fifth, sixth);
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.application("todo").rollback())).hasOutcome(Outcome.ROLLED_BACK);
        }
    }

    @Test
    void aRunThatGoesOnStays() {
        TestBench bench = pruning("running", Duration.ZERO, 1);
        bench.faults().inject(Site.step("scan").always(), Fault.hangs());
        RunId unfinished;
        try (QuantumLayer layer = bench.start()) {
            unfinished = layer.deploy(Plans.first()).id();
        }
        DeploymentPlan other = Plans.first().toBuilder().tenant("other").build();
        bench.faults().clear();
        deploy(bench, other);
        assertThat(runs(bench)).containsExactly(unfinished);
    }

    @Test
    void whatCouldNotBeRemovedIsRemembered() {
        TestBench bench = pruning("left", Duration.ZERO, 1);
        bench.faults()
                .inject(Site.step("verify").always(), Fault.throwing(() -> new IllegalStateException("no")))
                .inject(
                        Site.call(Provider.class, "remove").always(),
                        Fault.throwing(() -> new IllegalStateException("stuck")));
        RunId failed = deploy(bench, Plans.first());
        assertThat(bench.world().resources()).isNotEmpty();
        bench.faults().clear();
        deploy(bench, Plans.second());
        deploy(bench, Plans.second());
        assertThat(runs(bench)).contains(failed);
        destroy(bench);
        assertThat(bench.world().resources()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aPrunedHistoryTellsTheSameAsAWholeOne(long seed) {
        TestBench whole = bench("whole").seed(seed);
        TestBench pruned = pruning("pruned", Duration.ZERO, 1).seed(seed);
        Random random = new Random(seed);
        for (int i = 0; i < 14; i++) {
            int choice = random.nextInt(8);
            act(whole, choice);
            act(pruned, choice);
            assertThat(told(pruned)).as("after %s", i).isEqualTo(told(whole));
            assertThat(pruned.world().resources()).hasSameSizeAs(whole.world().resources());
        }
        assertThat(runs(pruned).size()).isLessThan(runs(whole).size());
        destroy(pruned);
        assertThat(pruned.world().resources()).isEmpty();
        assertThat(pruned.world().attached()).isEmpty();
        try (QuantumLayer layer = pruned.start()) {
            assertThat(new WorldCheck(pruned, layer.application("todo")).violations())
                    .isEmpty();
        }
    }

    @Test
    void nonsenseIsRefused() {
        QuantumLayerBuilder builder = QuantumLayerBuilder.create();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.journalRetention(Duration.ofDays(-1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.journalRetention(Duration.ZERO, 0));
    }

    private TestBench bench(String name) {
        return TestBench.in(folder.resolve(name));
    }

    private TestBench pruning(String name, Duration age, int runs) {
        TestBench bench = bench(name);
        bench.with(b -> b.journalRetention(age, runs));
        return bench;
    }

    private static void act(TestBench bench, int choice) {
        bench.time().advance(Duration.ofMinutes(1));
        switch (choice) {
            case 0, 1 -> deploy(bench, two(Plans.first()));
            case 2, 3 -> deploy(bench, two(Plans.second()));
            case 4 -> deploy(bench, two(Plans.third()));
            case 5 -> rollback(bench);
            case 6 -> fail(bench);
            default -> destroy(bench);
        }
    }

    private static DeploymentPlan two(DeploymentPlan plan) {
        return plan.toBuilder().retention(Retention.ofReleases(2)).build();
    }

    private static RunId deploy(TestBench bench, DeploymentPlan plan) {
        try (QuantumLayer layer = bench.start()) {
            return bench.await(layer.deploy(plan)).run();
        }
    }

    private static void fail(TestBench bench) {
        bench.faults().inject(Site.step("verify").always(), Fault.throwing(() -> new IllegalStateException("no")));
        deploy(bench, two(Plans.first()));
        bench.faults().clear();
    }

    private static void rollback(TestBench bench) {
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.application("todo").rollback())).hasOutcome(Outcome.ROLLED_BACK);
        } catch (QuantumLayerException e) {
            assertThat(e.failure().code()).isEqualTo("rollback.nothing");
        }
    }

    private static void destroy(TestBench bench) {
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.application("todo").destroy())).hasOutcome(Outcome.DESTROYED);
        }
    }

    private static List<String> told(TestBench bench) {
        try (QuantumLayer layer = bench.start()) {
            Application application = layer.application("todo");
            return Stream.concat(application.current().stream(), application.releases().stream())
                    .map(Release::id)
                    .map(Object::toString)
                    .toList();
        }
    }

    private static List<RunId> runs(TestBench bench) {
        return bench.journal().runs(APPLICATION).stream().map(RunHeader::id).toList();
    }
}
