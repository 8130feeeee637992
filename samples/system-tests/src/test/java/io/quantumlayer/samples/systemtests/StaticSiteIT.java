package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticSiteIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aSentenceBecomesPagesThatAreServed() throws Exception {
        Home home = new Home(folder);
        try (QuantumLayer ql = home.open()) {
            DeploymentPlan plan = DeploymentPlan.named("bakery")
                    .requirement("A static site for a bakery")
                    .build();
            DeploymentResult live = ql.deploy(plan).await(LONG);

            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            Service site = new Service(live.url().orElseThrow());
            assertThat(site.get("/", "").body()).contains("<h1>Bakery</h1>");
            assertThat(site.get("/about.html", "").statusCode()).isEqualTo(200);
            assertThat(site.get("/nothing", "").statusCode()).isEqualTo(404);
            assertThat(ql.application("bakery").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }
}
