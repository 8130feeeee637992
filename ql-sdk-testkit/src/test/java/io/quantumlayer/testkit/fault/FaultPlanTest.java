package io.quantumlayer.testkit.fault;

import static io.quantumlayer.testkit.QuantumLayerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.builder.ArtifactBuilder;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.monitor.Monitor;
import io.quantumlayer.api.spi.probe.Prober;
import io.quantumlayer.api.spi.provider.Provider;
import io.quantumlayer.api.spi.scanner.Scanner;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fake.Happening;
import io.quantumlayer.testkit.survival.WorldCheck;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultPlanTest {
    @TempDir
    Path home;

    static Stream<Arguments> passing() {
        List<Site> sites = List.of(
                Site.call(Generator.class, "generate"),
                Site.call(Scanner.class, "scan"),
                Site.call(ArtifactBuilder.class, "build"),
                Site.call(Provider.class, "plan"),
                Site.call(Provider.class, "ensure"),
                Site.call(Provider.class, "ensure").operation("part-2"),
                Site.call(Provider.class, "observe"),
                Site.call(Provider.class, "candidate"),
                Site.call(Provider.class, "controls"),
                Site.call(Provider.class, "switchTraffic"),
                Site.call(Provider.class, "traffic"),
                Site.call(Monitor.class, "attach"),
                Site.call(Prober.class, "get").number(2));
        return sites.stream().flatMap(site -> Stream.of(Passing.values()).map(f -> Arguments.of(site, f)));
    }

    /** What goes wrong once and is to be survived. */
    enum Passing {
        BREAKS,
        THROTTLES,
        HANGS,
        LOSES_THE_ANSWER,
        TWICE;

        Fault fault() {
            return switch (this) {
                case BREAKS ->
                    Fault.throwing(() -> new UncheckedIOException(new ConnectException("Connection refused")));
                case THROTTLES -> Fault.throttles(Duration.ofSeconds(70));
                case HANGS -> Fault.hangs();
                case LOSES_THE_ANSWER -> Fault.losesAnswer();
                case TWICE -> Fault.twice();
            };
        }
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aPassingFaultOfAnyCallIsSurvivedWithoutADoubleEffect(Site site, Passing passing) {
        TestBench bench = TestBench.in(home);
        bench.faults().inject(site, passing.fault());
        DeploymentPlan plan = plan();
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(plan));
            assertThat(bench.faults().struck()).containsExactly(site.toString());
            assertThat(result).isLive();
            assertThat(new WorldCheck(bench, layer.application("todo")).violations())
                    .isEmpty();
            assertThat(bench.world().log(Happening.Kind.MADE)).hasSize(3);
            assertThat(bench.world().log(Happening.Kind.BUILT)).hasSize(1);
        }
    }

    private static DeploymentPlan plan() {
        return DeploymentPlan.named("todo")
                .requirement("Create a Java REST service for a todo list")
                .deadline(Duration.ofMinutes(30))
                .build();
    }

    @Test
    void whatAThrottlingServiceAsksForIsWaited() {
        TestBench bench = TestBench.in(home);
        bench.faults().inject(Site.call(Provider.class, "ensure"), Fault.throttles(Duration.ofMinutes(20)));
        Instant begun = bench.time().clock().instant();
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(plan()))).isLive();
        }
        assertThat(bench.time().clock().instant()).isAfterOrEqualTo(begun.plus(Duration.ofMinutes(20)));
    }

    @Test
    void aFaultStrikesAtTheCallItNamesAndNowhereElse() {
        TestBench bench = TestBench.in(home);
        Failure denied = Failure.of(ErrorType.AUTHORIZATION, "kit.denied", "denied");
        bench.faults().inject(Site.call(Provider.class, "ensure").number(3), Fault.fails(denied));
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(plan()))).isFailedClean().failedWith("kit.denied");
            assertThat(bench.calls().calls().stream().filter(c -> c.startsWith("Provider.ensure")))
                    .hasSize(3);
            bench.faults().clear();
            assertThat(bench.await(layer.deploy(plan()))).isLive();
        }
    }

    @Test
    void aRepairIsAskedForOnlyWhereThePolicyWantsIt() {
        RepairingFake repairer = RepairingFake.of(ErrorType.values());
        TestBench bench = TestBench.in(home).with(b -> b.addRepairer(repairer));
        bench.faults()
                .inject(Site.step("build"), Fault.fails(Failure.of(ErrorType.NETWORK, "kit.broken", "broken")))
                .inject(Site.step("deploy"), Fault.fails(Failure.of(ErrorType.CONFIGURATION, "kit.wrong", "wrong")));
        try (QuantumLayer layer = bench.start()) {
            assertThat(bench.await(layer.deploy(plan()))).isLive();
        }
        assertThat(repairer.asked()).containsExactly("deploy configuration");
    }
}
