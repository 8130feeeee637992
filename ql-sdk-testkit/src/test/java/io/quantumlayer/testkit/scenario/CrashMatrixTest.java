package io.quantumlayer.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.survival.Scenario;
import io.quantumlayer.testkit.survival.Survival;
import io.quantumlayer.testkit.survival.Survivor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills at every boundary of a run: before and after each commit, and inside each call outside. */
class CrashMatrixTest {
    @TempDir
    Path home;

    static Stream<Arguments> cases() {
        List<Scenario> scenarios = List.of(
                Scenario.deploy(Plans.first()),
                Scenario.deploy(Plans.third(), Plans.first(), Plans.second()),
                Scenario.rollback(Plans.first(), Plans.second()),
                Scenario.destroy(Plans.first(), Plans.second()));
        return scenarios.stream().flatMap(s -> Stream.of(Outside.values()).map(o -> Arguments.of(s, o)));
    }

    /** How the outside behaves. */
    enum Outside {
        /** As the contract asks. */
        PLAIN,
        /** It makes again what it is asked for again, so that core must look first. */
        FORGETFUL,
        /** Each operation is under way for longer than a kill takes. */
        SLOW,
        /** It makes again what it is asked for again, and shows what it made only after a while. */
        SETTLING;

        TestBench bench(Path home) {
            TestBench bench = TestBench.in(home);
            return switch (this) {
                case PLAIN -> bench;
                case FORGETFUL -> bench.provider(p -> p.forgetful());
                case SLOW -> bench.provider(p -> p.pending(Duration.ofSeconds(40)));
                case SETTLING -> bench.provider(p -> p.forgetful().settle(Duration.ofSeconds(7)));
            };
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aKillAtAnyBoundaryLosesNothingAndDoublesNothing(Scenario scenario, Outside outside) {
        assertThat(matrix(scenario, outside, 1)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("long")
    void twentyKillsAtAnyBoundaryLoseNothingAndDoubleNothing(Scenario scenario, Outside outside) {
        assertThat(matrix(scenario, outside, 20)).isPositive();
    }

    private int matrix(Scenario scenario, Outside outside, int rounds) {
        List<String> wrong = new ArrayList<>();
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            long seed = round;
            Survivor survivor = Survivor.of(scenario, () -> outside.bench(home).seed(seed));
            Survival whole = survivor.whole().survival();
            assertThat(whole.violations()).as("without a kill").isEmpty();
            for (CrashPoint point : survivor.boundaries()) {
                Survival survival = survivor.survive(point);
                kills += survival.kills();
                survival.violations().forEach(violation -> wrong.add(point + ": " + violation));
                if (survival.outcome() != whole.outcome() && survival.outcome() != Outcome.UNCHANGED) {
                    wrong.add(point + ": ended " + survival.outcome() + ", not " + whole.outcome());
                }
            }
        }
        System.out.println(scenario + " " + outside + ": " + kills + " kills");
        assertThat(wrong).isEmpty();
        return kills;
    }
}
