package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.QuantumLayerException;
import io.quantumlayer.api.event.RunEvent;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.testkit.bench.TestBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that asks for approval has no effect before somebody gave it. */
class ApprovalTest {
    private static final DeploymentPlan PLAN = Plans.first().toBuilder()
            .approval(Duration.ofHours(24))
            .deadline(Duration.ofMinutes(5))
            .build();

    @TempDir
    Path home;

    @Test
    void nothingHappensOutsideBeforeSomebodyApproved() throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = waiting(layer);
            assertThat(bench.world().resources()).isEmpty();
            assertThat(run.events()).extracting(RunEvent::type).doesNotContain(RunEvent.Type.EFFECT_INTENDED);

            run.approve("alice");

            DeploymentResult result = bench.await(run);
            assertThat(result).isLive();
            assertThat(result.evidence())
                    .filteredOn(e -> e.claim() == Claim.APPROVED)
                    .singleElement()
                    .satisfies(e -> assertThat(e.detail()).isEqualTo("approved by alice"));
            assertThat(run.events())
                    .filteredOn(e -> e.type() == RunEvent.Type.APPROVED)
                    .singleElement()
                    .satisfies(e -> assertThat(e.detail("by")).isEqualTo("alice"));
        }
    }

    @Test
    void theTimeSomebodyTakesIsNotTheRunsOwn() throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = waiting(layer);
            CompletableFuture<Boolean> later = new CompletableFuture<>();
            bench.time().at(bench.time().clock().instant().plus(Duration.ofHours(1)), () -> later.complete(true));
            bench.skipper().pumpUntil(later, Duration.ofSeconds(60));

            run.approve("alice");

            assertThat(bench.await(run)).isLive();
        }
    }

    @Test
    void whoDoesNotAgreeCancels() throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = waiting(layer);

            run.cancel();

            assertThat(bench.await(run)).hasOutcome(Outcome.CANCELLED);
            assertThat(bench.world().resources()).isEmpty();
        }
    }

    @Test
    void aPlanNobodyApprovesFails() throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = waiting(layer);

            DeploymentResult result = bench.await(run);

            assertThat(result).hasOutcome(Outcome.FAILED);
            assertThat(result.failure().orElseThrow().code()).isEqualTo("approval.expired");
            assertThat(bench.world().resources()).isEmpty();
        }
    }

    @Test
    void theWaitSurvivesTheProcess() throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            waiting(layer);
        }
        try (QuantumLayer layer = bench.start()) {
            List<Deployment> resumed = layer.resume();

            resumed.get(0).approve("bob");

            assertThat(bench.await(resumed.get(0))).isLive();
        }
    }

    @Test
    void onlyARunThatWaitsIsApproved() {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = layer.deploy(Plans.first());
            assertThat(bench.await(run)).isLive();

            assertThatThrownBy(() -> run.approve("alice"))
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("does not wait for an approval");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u0007"})
    void whoApprovesHasAName(String by) throws InterruptedException {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            Deployment run = waiting(layer);

            assertThatThrownBy(() -> run.approve(by))
                    .isInstanceOf(QuantumLayerException.class)
                    .hasMessageContaining("1 to 100 printable characters");
            run.cancel();
            bench.await(run);
        }
    }

    private static Deployment waiting(QuantumLayer layer) throws InterruptedException {
        Deployment run = layer.deploy(PLAN);
        CountDownLatch asked = new CountDownLatch(1);
        run.subscribe(event -> {
            if (event.type() == RunEvent.Type.APPROVAL_REQUESTED) {
                asked.countDown();
            }
        });
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        return run;
    }
}
