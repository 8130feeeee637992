package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.FakeResource;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import io.quantumlayer.testkit.survival.WorldCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Former releases are kept by number and age, and the others go as effects of the ledger. */
class ReleaseRetentionTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path home;

    private TestBench bench;

    @BeforeEach
    void open() {
        bench = TestBench.in(home);
    }

    @Test
    void twoAreKeptWhereAPlanStatesNothing() {
        for (int number = 1; number <= 4; number++) {
            deploy(plan(number, Retention.standard()), Outcome.LIVE);
        }
        assertThat(kept()).hasSize(2);
        agreed();
    }

    @Test
    void asManyAreKeptAsThePlanStatesAndAnyOfThemIsATarget() {
        Retention four = Retention.ofReleases(4);
        for (int number = 1; number <= 6; number++) {
            deploy(plan(number, four), Outcome.LIVE);
        }
        assertThat(kept()).hasSize(4);
        ReleaseId oldest = kept().get(3);
        try (QuantumLayer layer = bench.start()) {
            Application application = layer.application("todo");
            assertThat(bench.await(application.rollback(oldest))).hasOutcome(Outcome.ROLLED_BACK);
            assertThat(application.current().map(Release::id)).contains(oldest);
        }
        agreed();
    }

    @Test
    void ageTakesReleasesEarlierButNeverThePreviousOne() {
        Retention week = new Retention(4, Optional.of(WEEK));
        deploy(plan(1, week), Outcome.LIVE);
        deploy(plan(2, week), Outcome.LIVE);
        deploy(plan(3, week), Outcome.LIVE);
        assertThat(kept()).hasSize(3);
        bench.time().advance(WEEK.plusHours(1));
        deploy(plan(4, week), Outcome.LIVE);
        assertThat(kept()).as("the previous one stays though it is old").hasSize(2);
        agreed();
    }

    @Test
    void ageCountsWithoutAChangeToo() {
        Retention week = new Retention(4, Optional.of(WEEK));
        deploy(plan(1, week), Outcome.LIVE);
        deploy(plan(2, week), Outcome.LIVE);
        deploy(plan(3, week), Outcome.LIVE);
        deploy(plan(3, week), Outcome.UNCHANGED);
        assertThat(kept()).hasSize(3);
        bench.time().advance(WEEK.plusHours(1));
        deploy(plan(3, week), Outcome.UNCHANGED);
        assertThat(kept()).hasSize(2);
        agreed();
    }

    @Test
    void oneThatCannotBeRemovedIsNamedAndGoesNextTime() {
        deploy(plan(1, Retention.standard()), Outcome.LIVE);
        deploy(plan(2, Retention.standard()), Outcome.LIVE);
        bench.faults()
                .inject(
                        Site.call(Provider.class, "remove").always(),
                        Fault.throwing(() -> new IllegalStateException("stuck")));
        deploy(plan(3, Retention.standard()), Outcome.LIVE);
        assertThat(kept()).as("what was not seen gone is still known").hasSize(3);
        bench.faults().clear();
        deploy(plan(3, Retention.standard()), Outcome.UNCHANGED);
        assertThat(kept()).hasSize(2);
        agreed();
    }

    @Test
    void onlyAFormerReleaseThatIsKeptIsATarget() {
        deploy(plan(1, Retention.standard()), Outcome.LIVE);
        ReleaseId first = kept().get(0);
        refused(first, "these are: []");
        deploy(plan(2, Retention.standard()), Outcome.LIVE);
        deploy(plan(3, Retention.standard()), Outcome.LIVE);
        refused(first, "these are: [" + kept().get(1) + "]");
        agreed();
    }

    private void refused(ReleaseId target, String reason) {
        try (QuantumLayer layer = bench.start()) {
            assertThatThrownBy(() -> layer.application("todo").rollback(target)).hasMessageContaining(reason);
        }
    }

    private List<ReleaseId> kept() {
        try (QuantumLayer layer = bench.start()) {
            return layer.application("todo").releases().stream()
                    .map(Release::id)
                    .toList();
        }
    }

    private void deploy(DeploymentPlan plan, Outcome outcome) {
        bench.time().advance(Duration.ofMinutes(1));
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(plan))).hasOutcome(outcome);
        }
    }

    private static DeploymentPlan plan(int number, Retention retention) {
        return Plans.first().toBuilder()
                .environment("NUMBER", Integer.toString(number))
                .retention(retention)
                .build();
    }

    /** What stands is what is known, every removal was intended first, and all of it goes in the end. */
    private void agreed() {
        try (QuantumLayer layer = bench.start()) {
            Application application = layer.application("todo");
            assertThat(new WorldCheck(bench, application).violations()).isEmpty();
            assertThat(bench.await(application.destroy())).hasOutcome(Outcome.DESTROYED);
        }
        assertThat(bench.world().resources()).extracting(FakeResource::name).isEmpty();
    }
}
