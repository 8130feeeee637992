package io.quantumlayer.testkit.bench;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.testkit.fake.FakeWorld;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.FaultPlan;
import io.quantumlayer.testkit.fault.Site;
import io.quantumlayer.testkit.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuantumLayerExtension.class)
class QuantumLayerExtensionTest {
    private static final DeploymentPlan PLAN = DeploymentPlan.named("todo")
            .requirement("Create a Java REST service for a todo list")
            .build();

    @Test
    void aLibraryOnFakesIsGivenAndTimeIsSkippedWhileOneWaits(
            QuantumLayer layer, TestBench bench, FakeWorld world, ManualTime time, FaultPlan faults)
            throws InterruptedException {
        faults.inject(Site.call(Provider.class, "ensure"), Fault.throttles(Duration.ofMinutes(2)));
        Instant begun = time.clock().instant();
        Deployment run = layer.deploy(PLAN);
        assertThat(run.await(Duration.ofMinutes(1))).isLive();
        assertThat(time.clock().instant()).isAfterOrEqualTo(begun.plus(Duration.ofMinutes(2)));
        assertThat(world).isSameAs(bench.world());
        assertThat(world.resources()).isNotEmpty();
        assertThat(bench.calls().calls()).contains("Provider.ensure data");
    }

    @Test
    void anotherTestHasALibraryOfItsOwn(QuantumLayer layer, FakeWorld world, FaultPlan faults)
            throws InterruptedException {
        assertThat(world.resources()).isEmpty();
        assertThat(layer.list("default")).isEmpty();
        faults.inject(
                Site.step("scan").always(), Fault.fails(Failure.of(ErrorType.AUTHORIZATION, "kit.denied", "denied")));
        assertThat(layer.deploy(PLAN).await(Duration.ofMinutes(1)))
                .isFailedClean()
                .failedBecause(ErrorType.AUTHORIZATION)
                .failedWith("kit.denied");
    }
}
