package io.quantumlayer.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.survival.Scenario;
import io.quantumlayer.testkit.survival.Survival;
import io.quantumlayer.testkit.survival.Survivor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills at every boundary of a run: before and after each commit, and inside each call outside. In the end there is one
 * effect a key, nothing lost, nothing left over, and the outcome and effects of a life without a kill.
 */
class CrashMatrixTest {
    private static final int ROUNDS = 20;

    @TempDir
    Path home;

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
                case SLOW ->
                    bench.provider(p -> p.pending(Duration.ofSeconds(40)))
                            .builder(b -> b.pending(Duration.ofSeconds(9)));
                case SETTLING -> bench.provider(p -> p.forgetful().settle(Duration.ofSeconds(7)));
            };
        }
    }

    static Stream<Arguments> slice() {
        return cases(EnumSet.of(Outside.FORGETFUL, Outside.SETTLING));
    }

    static Stream<Arguments> all() {
        return cases(EnumSet.allOf(Outside.class));
    }

    private static Stream<Arguments> cases(Set<Outside> outsides) {
        List<Scenario> scenarios = List.of(
                Scenario.deploy(Plans.first()),
                Scenario.deploy(Plans.third(), Plans.first(), Plans.second()),
                Scenario.rollback(Plans.first(), Plans.second()),
                Scenario.destroy(Plans.first(), Plans.second()));
        return scenarios.stream().flatMap(s -> outsides.stream().map(o -> Arguments.of(s, o)));
    }

    @ParameterizedTest
    @MethodSource("slice")
    void aKillAtAnyBoundaryLosesNothingAndDoublesNothing(Scenario scenario, Outside outside, TestReporter reporter) {
        matrix(scenario, outside, 1, reporter);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("long")
    void twentyKillsAtAnyBoundaryLoseNothingAndDoubleNothing(
            Scenario scenario, Outside outside, TestReporter reporter) {
        matrix(scenario, outside, ROUNDS, reporter);
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("long")
    void anInstanceThatNeverLivesLongGetsThereAllTheSame(Scenario scenario, Outside outside, TestReporter reporter) {
        Survivor survivor = Survivor.of(scenario, () -> outside.bench(home));
        int kills = 0;
        // Three commits make one effect and its step; an instance that has fewer can never get on.
        for (int commit = 4; commit <= 7; commit++) {
            Survival survival = survivor.surviveAgainAndAgain(CrashPoint.afterCommit(commit));
            assertThat(survival.violations())
                    .as("each instance dies after commit " + commit)
                    .isEmpty();
            kills += survival.kills();
        }
        reporter.publishEntry("kills", scenario + " " + outside + ": " + kills);
        assertThat(kills).isGreaterThan(8);
    }

    private void matrix(Scenario scenario, Outside outside, int rounds, TestReporter reporter) {
        List<String> wrong = new ArrayList<>();
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            long seed = round;
            Survivor survivor = Survivor.of(scenario, () -> outside.bench(home).seed(seed));
            assertThat(survivor.whole().survival().violations())
                    .as("without a kill")
                    .isEmpty();
            List<CrashPoint> points = survivor.boundaries();
            for (CrashPoint point : points) {
                Survival survival = survivor.survive(point);
                kills += survival.kills();
                survival.violations().forEach(violation -> wrong.add(point + ": " + violation));
            }
            assertThat(kills).as("every boundary is reached").isEqualTo((round + 1) * points.size());
        }
        reporter.publishEntry("kills", scenario + " " + outside + ": " + kills);
        assertThat(wrong).isEmpty();
    }
}
