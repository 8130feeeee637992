package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.security.Coverage;
import io.quantumlayer.api.security.Exemption;
import io.quantumlayer.api.security.Finding;
import io.quantumlayer.api.security.GateDecision;
import io.quantumlayer.api.security.Location;
import io.quantumlayer.api.security.PolicyId;
import io.quantumlayer.api.security.Rule;
import io.quantumlayer.api.security.ScanReport;
import io.quantumlayer.api.security.Severity;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.policy.Policy;
import io.quantumlayer.api.spi.policy.PolicyQuestion;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.crash.Mortal;
import io.quantumlayer.testkit.fake.FakePolicy;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.Site;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an installed policy says counts in deployments, and what it fails to say counts against them. */
class PolicyTest {
    private static final Site DECISION = Site.call(Policy.class, "decide").always();

    @TempDir
    Path home;

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.throwing(() -> new IllegalStateException("broken")),
                Fault.throwing(() -> new NoClassDefFoundError("gone")),
                Fault.fails(Failure.of(ErrorType.NETWORK, "kit.refused", "refused")),
                call -> null,
                Fault.answers(new GateDecision(true, List.of())),
                Fault.answers(new GateDecision(true, List.of("fine\nand dandy"))),
                Fault.answers(new GateDecision(true, List.of("x".repeat(Policy.MAX_REASON + 1)))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatAPolicyDoesNotDecideIsNotProved(Fault fault) {
        TestBench bench = TestBench.in(home).policy(FakePolicy.of("team"));
        bench.faults().inject(DECISION, fault);
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(Plans.first()));
            assertRefused(result, "policy team: not proved: ");
            assertThat(layer.application("todo").current()).isEmpty();
        }
        assertThat(bench.world().resources()).isEmpty();
        assertThat(bench.faults().struck()).isNotEmpty();
    }

    @Test
    void aPolicyThatHangsEndsTheRunAndLeavesNothing() {
        TestBench bench = TestBench.in(home).policy(FakePolicy.of("team"));
        bench.faults().inject(DECISION, Fault.hangs());
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(Plans.first()));
            assertThat(result.reached()).as(result.toString()).isEqualTo(Outcome.FAILED);
            assertThat(layer.application("todo").current()).isEmpty();
        }
        assertThat(bench.world().resources()).isEmpty();
    }

    @Test
    void aHostThatClosesWhileAPolicyThinksSuspendsTheRun() throws InterruptedException {
        TestBench bench = TestBench.in(home).policy(FakePolicy.of("team"));
        CountDownLatch asked = new CountDownLatch(1);
        bench.faults().inject(Site.call(Policy.class, "decide"), call -> {
            asked.countDown();
            call.park();
            return new GateDecision(true, List.of("unheard"));
        });
        Deployment deployment;
        try (QuantumLayer layer = bench.start()) {
            deployment = layer.deploy(Plans.first());
            asked.await();
        }
        assertThat(deployment.completion().toCompletableFuture().join().reached())
                .isEqualTo(Outcome.SUSPENDED);
        try (QuantumLayer layer = bench.start()) {
            layer.resume();
            assertThat(bench.await(layer.find(deployment.id()).orElseThrow())).isLive();
        }
    }

    @Test
    void aPolicyThatChangesItsNameIsNotBelieved() {
        TestBench bench = TestBench.in(home).policy(FakePolicy.of("team"));
        try (QuantumLayer layer = bench.start()) {
            PolicyId other = new PolicyId("team", Digest.of("other rules"));
            bench.faults().inject(Site.call(Policy.class, "id").always(), Fault.answers(other));
            assertRefused(bench.await(layer.deploy(Plans.first())), "policy team: not proved: it goes by another");
        }
    }

    @Test
    void theDecisionNamesThePolicy() {
        FakePolicy policy = FakePolicy.of("team");
        TestBench bench = TestBench.in(home).policy(policy);
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(Plans.first()));
            assertThat(result).isLive();
            assertThat(gate(result))
                    .contains(
                            "policy team: 0 of 0",
                            "built-in@sha256:",
                            policy.id().toString());
            assertThat(layer.scan(home).gate().policies()).hasSize(2).contains(policy.id());
        }
    }

    @Test
    void itRefusesWhatTheBuiltInOneAllowsUntilSomebodyAnswersForIt() {
        LocalDate today = LocalDate.ofInstant(TestBench.in(home).time().clock().instant(), ZoneOffset.UTC);
        assertRefused(deployed(FakePolicy.of("team")), "the gate refused: policy team: 1 of 1 findings refused");
        FakePolicy until = FakePolicy.of("team").excepting(new Exemption("low", "ada", "known", today));
        DeploymentResult live = deployed(until);
        assertThat(live).isLive();
        assertThat(gate(live))
                .contains(
                        "policy team: exempt until " + today + " by ada",
                        until.id().toString());
        Exemption ended = new Exemption("low", "ada", "known", today.minusDays(1));
        assertRefused(deployed(FakePolicy.of("team").excepting(ended)), "policy team: 1 of 1 findings refused");
    }

    @Test
    void itAllowsNothingThatTheBuiltInOneRefuses() {
        TestBench bench = TestBench.in(home).policy(FakePolicy.of("team"));
        bench.faults().inject(DECISION, Fault.answers(new GateDecision(true, List.of("let it be"))));
        bench.faults().inject(Site.call(Scanner.class, "scan"), Fault.answers(found(Severity.HIGH)));
        try (QuantumLayer layer = bench.start()) {
            assertRefused(bench.await(layer.deploy(Plans.first())), "the gate refused: HIGH low at x");
        }
    }

    @Test
    void itIsToldOfTheLevelAndOfWaivers() {
        List<PolicyQuestion> asked = new CopyOnWriteArrayList<>();
        TestBench bench = TestBench.in(home).policy(new Policy() {
            @Override
            public PolicyId id() {
                return new PolicyId("listener", Digest.of("listens"));
            }

            @Override
            public GateDecision decide(CallContext context, PolicyQuestion question) {
                asked.add(question);
                return new GateDecision(true, List.of("heard"));
            }
        });
        DeploymentPlan plan =
                Plans.first().toBuilder().waive("budget", "a trial").build();
        try (QuantumLayer layer = bench.start()) {
            bench.await(layer.deploy(plan));
        }
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).waivers()).isEqualTo(plan.waivers()).hasSize(1);
        assertThat(asked.get(0).reports()).extracting(ScanReport::scanner).containsExactly("fake-scanner");
    }

    @Test
    void aRunThatIsKilledAnywhereIsDecidedAlikeWhenItIsResumed() {
        Mortal whole = new Mortal(CrashPoint.never());
        String expected;
        TestBench unharmed = TestBench.in(home.resolve("unharmed")).policy(FakePolicy.of("team"));
        try (QuantumLayer layer = unharmed.start(whole)) {
            expected = gate(unharmed.await(layer.deploy(Plans.first())));
        }
        for (int commit = 2; commit <= whole.commits().size(); commit++) {
            TestBench bench = TestBench.in(home.resolve("killed-" + commit)).policy(FakePolicy.of("team"));
            Dying.at(CrashPoint.beforeCommit(commit), bench, layer -> layer.deploy(Plans.first()));
            try (QuantumLayer layer = bench.start()) {
                layer.resume();
                RunId run = bench.journal()
                        .runs(new ApplicationId("default", "todo"))
                        .get(0)
                        .id();
                DeploymentResult result = bench.await(layer.find(run).orElseThrow());
                assertThat(gate(result)).as("killed before commit %s", commit).isEqualTo(expected);
            }
        }
    }

    private DeploymentResult deployed(FakePolicy policy) {
        TestBench bench = TestBench.in(home).policy(policy);
        bench.faults().inject(Site.call(Scanner.class, "scan"), Fault.answers(found(Severity.LOW)));
        try (QuantumLayer layer = bench.start()) {
            return bench.await(layer.deploy(Plans.first()));
        }
    }

    private static ScanReport found(Severity severity) {
        Finding finding = Finding.of("f", Rule.of("low", severity, "found"), Location.of("x"));
        return ScanReport.completed("fake-scanner", List.of(finding), new Coverage(1, 10, List.of()));
    }

    private static void assertRefused(DeploymentResult result, String told) {
        assertThat(result.reached()).as(result.toString()).isEqualTo(Outcome.FAILED);
        Failure failure = result.failure().orElseThrow();
        assertThat(failure.code()).isEqualTo("gate.refused");
        assertThat(failure.message()).contains(told, "decided by built-in@sha256:", ", team@sha256:");
    }

    private static String gate(DeploymentResult result) {
        return result.evidence().stream()
                .filter(e -> e.claim() == Claim.GATE_ALLOWED)
                .map(e -> e.detail() + " " + e.observed().raw())
                .findFirst()
                .orElseThrow();
    }
}
