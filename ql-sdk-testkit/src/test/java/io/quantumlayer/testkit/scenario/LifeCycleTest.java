package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Application;
import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.provider.TrafficState;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.FakeResource;
import io.quantumlayer.testkit.fake.Happening;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import io.quantumlayer.testkit.survival.WorldCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeCycleTest {
    private static final ApplicationId APPLICATION = new ApplicationId("default", "todo");

    @TempDir
    Path home;

    private TestBench bench;
    private QuantumLayer layer;

    @BeforeEach
    void open() {
        bench = TestBench.in(home);
        layer = bench.start();
    }

    @AfterEach
    void close() {
        layer.close();
    }

    @Test
    void aDeploymentEndsLiveWithItsEvidence() {
        DeploymentResult result = bench.await(layer.deploy(Plans.first()));
        assertThat(result).isLive().hasEvidence(Claim.CANDIDATE_PROBED).hasEvidence(Claim.AUTHENTICATION_ENFORCED);
        assertThat(bench.world().route(APPLICATION)).isPresent();
        lawful();
    }

    @Test
    void anUnchangedPlanIsANoOpThatSaysSo() {
        bench.await(layer.deploy(Plans.first()));
        List<Happening> before = bench.world().log();
        assertThat(bench.await(layer.deploy(Plans.first()))).hasOutcome(Outcome.UNCHANGED);
        assertThat(bench.world().log()).isEqualTo(before);
        assertThat(app().releases()).hasSize(1);
    }

    @Test
    void anUnchangedPlanIsPlacedAgainIfTheTrafficWentElsewhere() {
        bench.await(layer.deploy(Plans.first()));
        bench.faults()
                .inject(
                        Site.call(Provider.class, "traffic"),
                        Fault.lies(TrafficState.class, state -> new TrafficState(state.at(), state.raw(), null)));
        assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
    }

    @Test
    void aChangedPlanBecomesANewReleaseBesideTheOldOne() {
        bench.await(layer.deploy(Plans.first()));
        ReleaseId old = current();
        assertThat(bench.await(layer.deploy(Plans.second()))).isLive();
        assertThat(current()).isNotEqualTo(old);
        assertThat(app().releases()).hasSize(2);
        lawful();
    }

    @Test
    void theRetentionOfAPlanRemovesOldReleasesButNeverThePreviousOne() {
        bench.await(layer.deploy(Plans.first()));
        bench.await(layer.deploy(Plans.second()));
        ReleaseId second = current();
        DeploymentPlan twoOnly =
                Plans.third().toBuilder().retention(Retention.ofReleases(2)).build();
        assertThat(bench.await(layer.deploy(twoOnly))).isLive();
        assertThat(app().releases()).hasSize(2).anyMatch(r -> r.id().equals(second));
        lawful();
    }

    @Test
    void aRollbackReturnsToThePreviousReleaseWithoutANewOne() {
        bench.await(layer.deploy(Plans.first()));
        ReleaseId first = current();
        bench.await(layer.deploy(Plans.second()));
        int made = bench.world().log(Happening.Kind.MADE).size();
        assertThat(bench.await(app().rollback())).hasOutcome(Outcome.ROLLED_BACK);
        assertThat(current()).isEqualTo(first);
        assertThat(bench.world().log(Happening.Kind.MADE)).hasSize(made);
        lawful();
    }

    @Test
    void aRollbackStartsThePreviousReleaseIfItIsGone() {
        bench.await(layer.deploy(Plans.first()));
        String first = current().value();
        bench.await(layer.deploy(Plans.second()));
        bench.world().resources().stream()
                .filter(r -> r.release().equals(first))
                .map(FakeResource::name)
                .forEach(bench.world()::lose);
        assertThat(bench.await(app().rollback())).hasOutcome(Outcome.ROLLED_BACK);
        assertThat(bench.world().route(APPLICATION).orElseThrow().release().value())
                .isEqualTo(first);
    }

    @Test
    void withoutAPreviousReleaseARollbackIsRefused() {
        bench.await(layer.deploy(Plans.first()));
        assertThatThrownBy(() -> app().rollback()).isInstanceOf(QuantumLayerException.class);
    }

    @Test
    void destroyRemovesEverythingAndProvesItsAbsence() {
        bench.await(layer.deploy(Plans.first()));
        bench.await(layer.deploy(Plans.second()));
        assertThat(bench.await(app().destroy())).hasOutcome(Outcome.DESTROYED).hasEvidence(Claim.ABSENT);
        assertThat(bench.world().resources()).isEmpty();
        assertThat(bench.world().attached()).isEmpty();
        assertThat(bench.world().route(APPLICATION)).isEmpty();
        assertThat(app().releases()).isEmpty();
        assertThat(layer.list("default")).isEmpty();
        lawful();
    }

    @Test
    void destroyDoesNotSayThatWhatRemainsIsGone() {
        bench.await(layer.deploy(Plans.first()));
        bench.faults()
                .inject(
                        Site.call(Provider.class, "remove").operation("part-2").always(),
                        Fault.answers(Effect.done(Map.of())));
        DeploymentResult result = bench.await(app().destroy());
        assertThat(result).hasOutcome(Outcome.FAILED_LEFTOVERS);
        assertThat(result.leftovers()).anyMatch(name -> name.endsWith("-2"));
    }

    @Test
    void twoTenantsUseOneNameWithoutTouchingEachOther() {
        ApplicationId other = new ApplicationId("other", "todo");
        assertThat(bench.await(layer.deploy(Plans.first()))).isLive();
        assertThat(bench.await(
                        layer.deploy(Plans.first().toBuilder().tenant("other").build())))
                .isLive();
        assertThat(bench.await(app().destroy())).hasOutcome(Outcome.DESTROYED);
        assertThat(layer.application(other).status()).hasOutcome(Outcome.LIVE);
        assertThat(bench.world().resources())
                .isNotEmpty()
                .allMatch(r -> r.application().equals(other));
        assertThat(layer.list("default")).isEmpty();
        assertThat(layer.list("other")).hasSize(1);
    }

    @Test
    void aSecondRunOfABusyApplicationIsRefused() {
        bench.faults().inject(Site.step("scan").always(), Fault.hangs());
        Deployment first = layer.deploy(Plans.first());
        assertThatThrownBy(() -> layer.deploy(Plans.second()))
                .isInstanceOfSatisfying(
                        QuantumLayerException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("application.busy"));
        first.cancel();
        assertThat(bench.await(first)).hasOutcome(Outcome.CANCELLED);
    }

    @Test
    void aListenerThatThrowsHurtsNobody() {
        List<RunEvent> heard = new CopyOnWriteArrayList<>();
        layer.close();
        bench.with(b -> b.addListener(event -> {
                    throw new IllegalStateException("a bad listener");
                })
                .addListener(heard::add));
        layer = bench.start();
        Deployment run = layer.deploy(Plans.first());
        run.subscribe(event -> {
            throw new AssertionError("another one");
        });
        run.subscribe(event -> {
            throw new StackOverflowError();
        });
        assertThat(bench.await(run)).isLive();
        assertThat(heard).isEqualTo(run.events());
    }

    @Test
    void aLateListenerHearsEverythingFromTheBeginning() {
        Deployment run = layer.deploy(Plans.first());
        bench.await(run);
        List<RunEvent> heard = new CopyOnWriteArrayList<>();
        run.subscribe(heard::add).close();
        assertThat(heard).isNotEmpty().isEqualTo(run.events());
        assertThat(heard).extracting(RunEvent::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRunReadsTheLogOfTheReleaseItPlaced() {
        Deployment first = layer.deploy(Plans.first());
        bench.await(first);
        ReleaseId one = current();
        Deployment second = layer.deploy(Plans.second());
        bench.await(second);
        bench.world().say(one, "from the first");
        bench.world().say(current(), "from the second");
        assertThat(first.logs()).contains("from the first").doesNotContain("from the second");
        assertThat(second.logs()).contains("from the second").doesNotContain("from the first");
        bench.await(app().destroy());
    }

    @Test
    void aMonitorThatCouldNotBeDetachedIsNamedAndDetachedByTheRemoval() {
        bench.faults()
                .inject(Site.step("verify").always(), Fault.throwing(() -> new IllegalStateException("no")))
                .inject(
                        Site.call(Monitor.class, "detach").always(),
                        Fault.throwing(() -> new IllegalStateException("stuck")));
        DeploymentResult failed = bench.await(layer.deploy(Plans.first()));
        assertThat(failed).hasOutcome(Outcome.FAILED_LEFTOVERS);
        assertThat(failed.leftovers()).singleElement().asString().startsWith("fake-monitor-");
        assertThat(bench.world().resources()).isEmpty();
        bench.faults().clear();
        assertThat(bench.await(app().destroy())).hasOutcome(Outcome.DESTROYED);
        assertThat(bench.world().attached()).isEmpty();
        lawful();
    }

    @Test
    void closingSuspendsAndAnotherInstanceGoesOn() {
        bench.provider(p -> p.pending(Duration.ofMinutes(1)));
        layer.close();
        layer = bench.start();
        Deployment run = layer.deploy(Plans.first());
        bench.faults().inject(Site.step("deploy").number(2), Fault.hangs());
        bench.skipper().pumpUntil(stageOf(run, "deploy"), Duration.ofMinutes(2));
        layer.close();
        assertThat(run.completion().toCompletableFuture().join()).hasOutcome(Outcome.SUSPENDED);
        layer = bench.start();
        List<Deployment> resumed = layer.resume();
        assertThat(resumed).extracting(Deployment::id).containsExactly(run.id());
        assertThat(bench.await(resumed.get(0))).isLive();
        lawful();
    }

    @Test
    void evidenceThatExpiresTurnsLiveIntoUnknown() {
        DeploymentResult result = bench.await(layer.deploy(Plans.first()));
        bench.time().advance(Duration.ofMinutes(6));
        assertThat(result).hasOutcome(Outcome.UNKNOWN);
        assertThat(result.reached()).isEqualTo(Outcome.LIVE);
        assertThat(app().status()).hasOutcome(Outcome.LIVE);
    }

    private static CompletableFuture<RunEvent> stageOf(Deployment run, String step) {
        CompletableFuture<RunEvent> seen = new CompletableFuture<>();
        run.subscribe(event -> {
            if (event.type() == RunEvent.Type.STEP_WAITING
                    && event.detail("step").equals(step)) {
                seen.complete(event);
            }
        });
        return seen;
    }

    private Application app() {
        return layer.application("todo");
    }

    private ReleaseId current() {
        return app().current().orElseThrow().id();
    }

    private void lawful() {
        assertThat(new WorldCheck(bench, app()).violations()).isEmpty();
    }
}
