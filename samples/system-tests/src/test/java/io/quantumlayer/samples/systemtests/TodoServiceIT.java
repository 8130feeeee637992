package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.run.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoServiceIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String SENTENCE = "Create a Java REST service for a todo list with authentication";

    @TempDir
    Path folder;

    @Test
    void aSentenceGoesLiveIsChangedRolledBackAndRemoved() throws Exception {
        Home home = new Home(folder);
        try (QuantumLayer ql = home.open()) {
            DeploymentResult first = ql.deploy(plan().build()).await(LONG);
            assertThat(first.outcome()).as(first.toString()).isEqualTo(Outcome.LIVE);
            assertThat(first.evidence())
                    .extracting(e -> e.claim())
                    .contains(
                            Claim.GATE_ALLOWED,
                            Claim.BUILT,
                            Claim.RELEASE_PLACED,
                            Claim.CANDIDATE_PROBED,
                            Claim.AUTHENTICATION_ENFORCED,
                            Claim.PUBLIC_PROBED,
                            Claim.TRAFFIC_DIGEST);
            URI url = first.url().orElseThrow();
            authenticationIsEnforced(home, url);

            DeploymentResult again = ql.deploy(plan().build()).await(LONG);
            assertThat(again.outcome()).as(again.toString()).isEqualTo(Outcome.UNCHANGED);
            throughRedeployAndRollback(ql, home, url);

            DeploymentResult gone = ql.application("todo").destroy().await(LONG);
            assertThat(gone.outcome()).as(gone.toString()).isEqualTo(Outcome.DESTROYED);
            assertThat(ql.list("default")).isEmpty();
            assertRefused(url);
        }
        assertThat(home.processes()).isEmpty();
        assertThat(home.files("releases")).isEmpty();
    }

    private static DeploymentPlanBuilder plan() {
        return DeploymentPlan.named("todo").requirement(SENTENCE);
    }

    private static void authenticationIsEnforced(Home home, URI url) throws IOException, InterruptedException {
        Service service = new Service(url);
        assertThat(service.get("/health", "").statusCode()).isEqualTo(200);
        assertThat(service.get("/api/todos", "").statusCode()).isEqualTo(401);
        assertThat(service.get("/api/todos", "a.b.c").statusCode()).isEqualTo(401);
        assertThat(service.get("/api/todos", Service.token(home, -60)).statusCode())
                .isEqualTo(401);
        assertThat(service.get("/api/todos", Service.token(home, 600)).statusCode())
                .isEqualTo(200);
    }

    private static void throughRedeployAndRollback(QuantumLayer ql, Home home, URI url) throws Exception {
        try (Writers writers = new Writers(new Service(url), Service.token(home, 3600))) {
            writers.start();
            DeploymentPlan changed = plan().environment("GREETING", "changed").build();
            DeploymentResult second = ql.deploy(changed).await(LONG);
            assertThat(second.outcome()).as(second.toString()).isEqualTo(Outcome.LIVE);
            assertThat(second.url()).contains(url);
            assertThat(ql.application("todo").releases()).hasSize(2);

            DeploymentResult back = ql.application("todo").rollback().await(LONG);
            assertThat(back.outcome()).as(back.toString()).isEqualTo(Outcome.ROLLED_BACK);
            writers.stop();
            assertThat(writers.failures()).isEmpty();
            assertThat(writers.lost()).isEmpty();
            assertThat(writers.written()).isGreaterThan(20);
        }
        assertThat(ql.application("todo").status().outcome()).isEqualTo(Outcome.LIVE);
    }

    private static void assertRefused(URI url) throws IOException, InterruptedException {
        boolean refused = false;
        try {
            new Service(url).get("/health", "");
        } catch (ConnectException expected) {
            refused = true;
        }
        assertThat(refused).isTrue();
    }
}
