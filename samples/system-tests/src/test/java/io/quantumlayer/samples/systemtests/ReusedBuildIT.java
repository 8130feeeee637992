package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReusedBuildIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aSecondDeploymentSaysThatItReusesTheFirstBuildAndWhoWantsToBuildsAgain() throws Exception {
        Home home = new Home(folder);
        Deployed first = deployed(home, true);
        assertThat(first.built().observed().method()).isEqualTo("build");
        assertThat(first.built().detail()).startsWith("1 build command ended with exit code 0");

        Deployed second = deployed(home, true);
        String when = first.built().observed().at().toString().substring(0, "2026-01-01T00:00".length());
        assertThat(second.built().subject()).isEqualTo(first.built().subject());
        assertThat(second.built().observed().method()).isEqualTo("reuse");
        assertThat(second.built().detail())
                .startsWith("REUSED, not built or tested now: passed at " + when)
                .contains(" in run " + first.run())
                .endsWith("said then: " + first.built().detail());
        assertThat(second.built().observed().at())
                .isAfter(first.built().observed().at());
        assertThat(second.report()).contains("REUSED, not built or tested now", first.run());

        Deployed third = deployed(home, false);
        assertThat(third.built().detail()).isEqualTo(first.built().detail());
        assertThat(home.processes()).isEmpty();
    }

    /**
     * What a deployment left behind.
     *
     * @param run its id
     * @param built its evidence of the build
     * @param report its page
     */
    private record Deployed(String run, Evidence built, String report) {}

    /** By a host of its own, which removes the application afterwards. */
    private static Deployed deployed(Home home, boolean reuse) throws Exception {
        DeploymentPlan plan = DeploymentPlan.named("bakery")
                .requirement("A static site for a bakery")
                .build();
        try (QuantumLayer ql = home.builder().reuseBuilds(reuse).build()) {
            Deployment deployment = ql.deploy(plan);
            DeploymentResult live = deployment.await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            Evidence built = live.evidence().stream()
                    .filter(e -> e.claim() == Claim.BUILT)
                    .findFirst()
                    .orElseThrow();
            String report = deployment.report();
            assertThat(ql.application("bakery").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
            return new Deployed(deployment.id().value(), built, report);
        }
    }
}
