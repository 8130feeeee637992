package io.quantumlayer.testkit.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.fault.Fault;
import io.quantumlayer.testkit.fault.RepairingFake;
import io.quantumlayer.testkit.fault.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error type at the boundary of each of the twelve steps, once and for ever, with and without a repair. */
class StepFaultTableTest {
    private static final String CODE = "fault.injected";

    @TempDir
    Path home;

    /**
     * A line of the table of retries.
     *
     * @param type the error type
     * @param retries how many retries follow the first call
     * @param afterRepair whether each needs a repair
     */
    record Line(ErrorType type, int retries, boolean afterRepair) {
        static Line of(String text) {
            String[] cells = text.split("\\|", -1);
            ErrorType type = ErrorType.valueOf(cells[1].trim().toUpperCase(Locale.ROOT));
            int retries = Integer.parseInt(cells[2].trim().split("\\D", -1)[0]);
            boolean repair = text.contains("clean-up") || text.contains("repair") || text.contains("refresh");
            return new Line(type, retries, repair);
        }

        boolean survivesOnce(boolean repaired) {
            return retries > 0 && (!afterRepair || repaired);
        }
    }

    static Stream<Arguments> cells() throws IOException {
        List<Line> table;
        try (InputStream in = Objects.requireNonNull(StepFaultTableTest.class.getResourceAsStream("retries.txt"))) {
            table = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(Line::of)
                    .toList();
        }
        assertThat(table).extracting(Line::type).containsExactlyInAnyOrder(ErrorType.values());
        return table.stream().flatMap(line -> Stream.of(StepName.values()).map(step -> Arguments.of(line, step)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void onceIsSurvivedExactlyWhereARetryIsAllowed(Line line, StepName step) {
        for (boolean repaired : new boolean[] {true, false}) {
            Path folder = home.resolve(repaired ? "repaired" : "unrepaired");
            Outcome expected = line.survivesOnce(repaired) ? Outcome.LIVE : Outcome.FAILED;
            ends(folder, Site.step(step.id()).number(1), line, repaired, expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void forEverFailsCleanlyAndNamesTheCause(Line line, StepName step) {
        ends(home, Site.step(step.id()).always(), line, true, Outcome.FAILED);
    }

    private static void ends(Path home, Site site, Line line, boolean repaired, Outcome expected) {
        TestBench bench = TestBench.in(home);
        if (repaired) {
            bench.with(builder -> builder.addRepairer(RepairingFake.of(line.type())));
        }
        bench.faults().inject(site, Fault.fails(Failure.of(line.type(), CODE, "injected")));
        DeploymentPlan plan = DeploymentPlan.named("todo")
                .requirement("Create a Java REST service for a todo list")
                .deadline(Duration.ofHours(6))
                .build();
        try (QuantumLayer layer = bench.start()) {
            DeploymentResult result = bench.await(layer.deploy(plan));
            assertThat(result.reached()).as(site + " " + result).isEqualTo(expected);
            if (expected == Outcome.FAILED) {
                assertThat(result.failure().orElseThrow().code()).isEqualTo(CODE);
                assertThat(result.failure().orElseThrow().type()).isEqualTo(line.type());
                assertThat(bench.world().resources()).as("left in the world").isEmpty();
            }
        }
    }
}
