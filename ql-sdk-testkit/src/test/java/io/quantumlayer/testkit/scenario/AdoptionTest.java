package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.Orphans;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.Release;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.crash.Mortal;
import io.quantumlayer.testkit.fake.FakeResource;
import io.quantumlayer.testkit.fake.Happening;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs although its journal is lost becomes a release again if it is what a plan makes, or makes way for it. */
class AdoptionTest {
    private static final ApplicationId APPLICATION = new ApplicationId("default", "todo");
    private static final Orphans NONE = new Orphans(List.of(), List.of());

    @TempDir
    Path home;

    private TestBench bench;

    @Test
    void whatThePlanMakesIsAdoptedAsItStands() {
        ReleaseId standing = forgotten(Plans.first());
        List<String> before = resources();
        int effects = changes();
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.adopt(Plans.first()));
            assertThat(result).hasOutcome(Outcome.ADOPTED);
            assertThat(result.evidence())
                    .extracting(Evidence::claim)
                    .contains(Claim.RELEASE_PLACED, Claim.TRAFFIC_DIGEST, Claim.PUBLIC_PROBED);
            assertThat(step(result, "deploy").summary()).contains("adopted: " + standing);
            assertThat(resources()).isEqualTo(before);
            assertThat(changes()).as("nothing was made, removed or switched").isEqualTo(effects);
            Application application = layer.application("todo");
            assertThat(application.current().map(Release::id)).contains(standing);
            assertThat(layer.orphans()).isEqualTo(NONE);
            assertThat(bench.await(layer.deploy(Plans.first()))).hasOutcome(Outcome.UNCHANGED);
            assertThat(bench.await(layer.adopt(Plans.first()))).hasOutcome(Outcome.UNCHANGED);
            assertThat(bench.await(layer.deploy(Plans.second()))).isLive();
            assertThat(bench.await(application.rollback())).hasOutcome(Outcome.ROLLED_BACK);
            assertThat(application.current().map(Release::id)).contains(standing);
            destroyed(layer);
        }
    }

    @Test
    void whatDiffersMakesWayForThePlan() {
        ReleaseId standing = forgotten(Plans.first());
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.adopt(Plans.second()));
            assertThat(result).isLive();
            assertThat(step(result, "deploy").summary()).contains(standing + " has the digest", "so that they differ");
            replaced(layer, standing);
        }
    }

    @Test
    void aFormerReleaseBesideTheAdoptedOneIsRemoved() {
        forgotten(Plans.first(), Plans.second());
        int stood = resources().size();
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.adopt(Plans.second()))).hasOutcome(Outcome.ADOPTED);
            assertThat(resources()).hasSizeLessThan(stood);
            assertThat(layer.orphans()).isEqualTo(NONE);
            assertThat(layer.application("todo").releases()).hasSize(1);
            destroyed(layer);
        }
    }

    @Test
    void whatIsNotHealthyIsReplaced() {
        ReleaseId standing = forgotten(Plans.first());
        bench.world().answerWith(standing, 500);
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.adopt(Plans.first()));
            assertThat(result).isLive();
            assertThat(step(result, "deploy").summary()).contains("not known to be healthy");
            replaced(layer, standing);
        }
    }

    @Test
    void aReleaseOfWhichAPartIsGoneIsReplaced() {
        ReleaseId standing = forgotten(Plans.first());
        bench.world().lose(resources().get(1));
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.adopt(Plans.first()));
            assertThat(result).isLive();
            replaced(layer, standing);
        }
    }

    @Test
    void withoutTheWordOfTheCallerAStrangerIsLeftAlone() {
        forgotten(Plans.first());
        List<String> before = resources();
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
            assertThat(resources()).containsAll(before).hasSizeGreaterThan(before.size());
            assertThat(layer.orphans().found()).isNotEmpty();
        }
    }

    @Test
    void whereNothingStandsItIsADeployment() {
        bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.adopt(Plans.first()))).isLive();
            assertThat(layer.orphans()).isEqualTo(NONE);
        }
    }

    @Test
    void aFailedAdoptionTouchesNothing() {
        forgotten(Plans.first());
        List<String> before = resources();
        bench.faults().inject(Site.step("verify").always(), Fault.throwing(() -> new IllegalStateException("no")));
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.adopt(Plans.first()))).hasOutcome(Outcome.FAILED);
        }
        assertThat(resources()).isEqualTo(before);
        assertThat(bench.world().route(APPLICATION)).isPresent();
    }

    @Test
    void whereTheOutsideCannotBeReadNothingIsDecided() {
        forgotten(Plans.first());
        List<String> before = resources();
        bench.faults()
                .inject(
                        Site.call(Provider.class, "inventory").always(),
                        Fault.throwing(() -> new IllegalStateException("no list")));
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.adopt(Plans.first()))).hasOutcome(Outcome.FAILED);
        }
        assertThat(resources()).isEqualTo(before);
    }

    static Stream<Arguments> kills() {
        Stream<IntFunction<CrashPoint>> points = Stream.of(CrashPoint::afterCommit, CrashPoint::insideCall);
        return points.flatMap(point -> Stream.of(Plans.first(), Plans.second())
                .map(plan -> Arguments.of(point.apply(1).toString(), point, plan)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("kills")
    void aKillAtAnyBoundaryEndsInOneRelease(String first, IntFunction<CrashPoint> point, DeploymentPlan plan) {
        int killed = 0;
        for (int number = 1; survived(point.apply(number), plan); number++) {
            killed++;
        }
        assertThat(killed).as("kills from " + first).isGreaterThan(2);
    }

    /** Tells whether the run was killed there; whatever became of it, the next one brings a single release. */
    private boolean survived(CrashPoint point, DeploymentPlan plan) {
        ReleaseId standing = forgotten(Plans.first());
        Mortal mortal = Dying.at(point, bench, dying -> dying.adopt(plan));
        try (QuantumLayer layer = bench.start()) {
            layer.resume().forEach(bench::await);
            assertThat(bench.await(layer.adopt(plan)).outcome().serves()).isTrue();
            assertThat(layer.orphans()).as(point.toString()).isEqualTo(NONE);
            assertThat(layer.application("todo")
                            .current()
                            .map(Release::id)
                            .filter(standing::equals)
                            .isPresent())
                    .as(point + " keeps what stands if it is what the plan makes")
                    .isEqualTo(plan.equals(Plans.first()));
            destroyed(layer);
        }
        return mortal.dead();
    }

    private void replaced(QuantumLayer layer, ReleaseId standing) {
        Application application = layer.application("todo");
        assertThat(application.current().map(Release::id)).isPresent().get().isNotEqualTo(standing);
        assertThat(application.releases()).hasSize(1);
        assertThat(layer.orphans()).isEqualTo(NONE);
        assertThat(resources()).noneMatch(name -> name.contains(standing.value()));
        destroyed(layer);
    }

    private void destroyed(QuantumLayer layer) {
        assertThat(bench.await(layer.application("todo").destroy())).hasOutcome(Outcome.DESTROYED);
        assertThat(resources()).isEmpty();
        assertThat(bench.world().route(APPLICATION)).isEmpty();
        assertThat(bench.intents().violations()).isEmpty();
    }

    /** Deploys plans one after the other, loses the journal, and tells which release serves. */
    private ReleaseId forgotten(DeploymentPlan... plans) {
        bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            for (DeploymentPlan plan : plans) {
                assertThat(bench.await(layer.deploy(plan))).isLive();
            }
        }
        bench.loseJournal();
        return bench.world().route(APPLICATION).orElseThrow().release();
    }

    private static StepReport step(DeploymentResult result, String id) {
        return result.steps().stream()
                .filter(s -> s.step().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int changes() {
        return bench.world().log(Happening.Kind.MADE).size()
                + bench.world().log(Happening.Kind.REMOVED).size()
                + bench.world().log(Happening.Kind.SWITCHED).size();
    }

    private List<String> resources() {
        return bench.world().resources().stream().map(FakeResource::name).toList();
    }
}
