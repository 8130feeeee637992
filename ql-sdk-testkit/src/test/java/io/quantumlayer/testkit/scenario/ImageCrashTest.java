package io.quantumlayer.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Retention;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.testkit.bench.TestBench;
import io.quantumlayer.testkit.crash.CrashPoint;
import io.quantumlayer.testkit.fake.Happening;
import io.quantumlayer.testkit.survival.Scenario;
import io.quantumlayer.testkit.survival.Survival;
import io.quantumlayer.testkit.survival.Survivor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Images are packed, pushed, signed and attested under keys of their own: a kill between any two of these doubles
 * nothing, and what the application's runs pushed goes when nothing runs it any more.
 */
class ImageCrashTest {
    @TempDir
    Path home;

    static List<Scenario> scenarios() {
        return List.of(Scenario.deploy(Plans.first()), Scenario.destroy(Plans.first(), Plans.other()));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aKillAnywhereNeitherDoublesNorLosesAnImage(Scenario scenario) {
        Survivor survivor = Survivor.of(scenario, this::bench);
        assertThat(survivor.whole().survival().violations())
                .as("without a kill")
                .isEmpty();
        List<String> wrong = new ArrayList<>();
        for (CrashPoint point : survivor.boundaries()) {
            Survival survival = survivor.survive(point);
            assertThat(survival.kills()).as("killed %s", point).isEqualTo(1);
            survival.violations().forEach(violation -> wrong.add(point + ": " + violation));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void fourEffectsHaveAnIntentEach() {
        TestBench bench = bench();
        try (QuantumLayer ql = bench.start()) {
            assertThat(bench.await(ql.deploy(Plans.first())).outcome()).isEqualTo(Outcome.LIVE);
        }
        assertThat(bench.intents().violations()).isEmpty();
        List<Happening> published = bench.world().log(Happening.Kind.MADE).stream()
                .filter(each -> each.subject().contains("registry.example.org"))
                .toList();
        assertThat(published).extracting(Happening::key).hasSize(4).doesNotHaveDuplicates();
        assertThat(published)
                .extracting(each -> each.subject().replaceFirst(" .*", ""))
                .containsExactly("image", "signature", "fake/materials", "fake/provenance");
    }

    @Test
    void anImageThatStandsIsNeitherPushedNorSignedAgain() {
        TestBench bench = bench();
        try (QuantumLayer ql = bench.start()) {
            bench.await(ql.deploy(Plans.first()));
            List<String> before = bench.world().published();
            assertThat(bench.await(ql.deploy(Plans.second())).outcome()).isEqualTo(Outcome.LIVE);
            assertThat(bench.world().published()).isEqualTo(before).hasSize(4);
        }
    }

    @Test
    void aRunThatFailsTakesItsImageWithItAndLeavesTheOneThatRuns() {
        TestBench bench = bench();
        try (QuantumLayer ql = bench.start()) {
            bench.await(ql.deploy(Plans.first()));
            List<String> before = bench.world().published();
            bench.world().answerWith(500);
            DeploymentResult failed = bench.await(ql.deploy(Plans.other()));
            assertThat(failed.outcome()).as(failed.toString()).isNotEqualTo(Outcome.LIVE);
            assertThat(failed.leftovers()).isEmpty();
            assertThat(bench.world().published()).isEqualTo(before);
            assertThat(bench.world().log(Happening.Kind.REMOVED))
                    .extracting(Happening::subject)
                    .anyMatch(subject -> subject.startsWith("image "));
        }
    }

    @Test
    void anImageGoesWhenTheLastReleaseThatRunsItIsRetired() {
        TestBench bench = bench();
        try (QuantumLayer ql = bench.start()) {
            bench.await(ql.deploy(Plans.other()));
            String old = bench.world().published().get(0);
            Retention least = new Retention(2, Optional.empty());
            bench.await(ql.deploy(Plans.first()));
            assertThat(bench.world().published()).hasSize(8);
            DeploymentPlan last = DeploymentPlan.named("todo")
                    .requirement("Create a Java REST service for a todo list")
                    .environment("COLOUR", "red")
                    .retention(least)
                    .build();
            assertThat(bench.await(ql.deploy(last)).outcome()).isEqualTo(Outcome.LIVE);
            assertThat(bench.world().published()).hasSize(4).doesNotContain(old);
        }
    }

    private TestBench bench() {
        return TestBench.in(home).images();
    }
}
