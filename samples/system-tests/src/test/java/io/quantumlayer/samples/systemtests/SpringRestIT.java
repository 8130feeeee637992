package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence becomes a Spring Boot service; Maven fetches what its pom names, and builds without a network. */
class SpringRestIT {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final String ALICE = "{\"name\":\"alice\",\"password\":\"correct horse battery\"}";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void aSentenceGoesLiveAndOnlyGoodTokensOpenIt() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/mvn")))
                .as("mvn is not installed here: apt-get install maven")
                .isTrue();
        Home home = new Home(folder);
        DeploymentPlan plan = DeploymentPlan.named("spring")
                .requirement("Create a Spring Boot REST service for a todo list with authentication and a database")
                .build();
        try (QuantumLayer ql = home.open()) {
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            Service service = new Service(live.url().orElseThrow());
            assertThat(service.post("/auth/register", "", ALICE).statusCode()).isEqualTo(201);
            Matcher token = TOKEN.matcher(service.post("/auth/login", "", ALICE).body());
            assertThat(token.find()).isTrue();
            String good = token.group(1);
            assertThat(service.get("/api/todos", "").statusCode()).isEqualTo(401);
            assertThat(service.get("/api/todos", good + "x").statusCode()).isEqualTo(401);
            assertThat(service.post("/api/todos", good, "{\"title\":\"kept\"}").statusCode())
                    .isEqualTo(201);
            assertThat(service.get("/api/todos", good).body()).contains("kept");
            assertThat(service.delete("/auth/me", good).statusCode()).isEqualTo(204);
            assertThat(service.get("/api/todos", good).statusCode()).isEqualTo(401);
            assertThat(ql.application("spring").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }
}
