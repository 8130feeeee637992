package io.quantumlayer.testkit.scenario;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.survival.WorldCheck;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancels a deployment inside each of its steps, before and after the step's own work. */
class CancellationTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void cancelledBeforeAStepsWorkItLeavesNothing(StepName step) {
        cancelledLeavesNothing(step, false);
    }

    @ParameterizedTest
    @EnumSource(names = "GO_LIVE", mode = EnumSource.Mode.EXCLUDE)
    void cancelledAfterAStepsWorkItLeavesNothing(StepName step) {
        cancelledLeavesNothing(step, true);
    }

    @Test
    void cancelledOnceItIsLiveItStaysLive() {
        TestBench bench = TestBench.in(home);
        AtomicReference<Deployment> run = cancelling(bench, StepName.GO_LIVE, true);
        try (QuantumLayer layer = bench.start()) {
            run.set(layer.deploy(Plans.first()));
            assertThat(bench.await(run.get())).isLive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GO_LIVE", mode = EnumSource.Mode.EXCLUDE)
    void aCancelledRedeploymentLeavesTheLiveReleaseAlone(StepName step) {
        TestBench bench = TestBench.in(home);
        try (QuantumLayer layer = bench.start()) {
            bench.await(layer.deploy(Plans.first()));
        }
        AtomicReference<Deployment> run = cancelling(bench, step, true);
        try (QuantumLayer layer = bench.start()) {
            run.set(layer.deploy(Plans.second()));
            assertThat(bench.await(run.get())).hasOutcome(Outcome.CANCELLED);
            assertThat(layer.application("todo").releases()).hasSize(1);
            assertThat(layer.application("todo").status()).hasOutcome(Outcome.LIVE);
            assertThat(new WorldCheck(bench, layer.application("todo")).violations())
                    .isEmpty();
        }
    }

    private void cancelledLeavesNothing(StepName step, boolean afterwards) {
        TestBench bench = TestBench.in(home);
        AtomicReference<Deployment> run = cancelling(bench, step, afterwards);
        try (QuantumLayer layer = bench.start()) {
            run.set(layer.deploy(Plans.first()));
            assertThat(bench.await(run.get())).hasOutcome(Outcome.CANCELLED);
            assertThat(bench.world().resources()).isEmpty();
            assertThat(new WorldCheck(bench, layer.application("todo")).violations())
                    .isEmpty();
        }
    }

    /** Cancels on the step's own thread, so that there is no race about when it happens. */
    private static AtomicReference<Deployment> cancelling(TestBench bench, StepName step, boolean afterwards) {
        AtomicReference<Deployment> run = new AtomicReference<>();
        bench.with(b -> b.addInterceptor((call, next) -> {
            if (!call.step().equals(step.id())) {
                return next.run(call);
            }
            while (run.get() == null) {
                Thread.onSpinWait();
            }
            if (!afterwards) {
                run.get().cancel();
                return next.run(call);
            }
            var answer = next.run(call);
            run.get().cancel();
            return answer;
        }));
        return run;
    }
}
