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
    private static final Path CACHE = Path.of("target/given-cache").toAbsolutePath();
    private static final long FUTURE = 4_102_444_800L;

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
        try (QuantumLayer ql =
                home.builder().setting("command", "cache", CACHE.toString()).build()) {
            DeploymentResult live = ql.deploy(plan).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            Service service = new Service(live.url().orElseThrow());
            String good = registered(service);
            onlyGoodTokensOpen(home, service, good);
            assertThat(service.post("/api/todos", good, "{\"title\":\"kept\"}").statusCode())
                    .isEqualTo(201);
            assertThat(service.get("/api/todos", good).body()).contains("kept");
            assertThat(service.get("/v3/api-docs", "").body()).contains("/api/todos", "\"401\"");
            assertThat(service.get("/actuator/health", "").body()).contains("UP");
            assertThat(service.delete("/auth/me", good).statusCode()).isEqualTo(204);
            assertThat(service.get("/api/todos", good).statusCode()).isEqualTo(401);
            assertThat(ql.application("spring").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }

    private static String registered(Service service) throws Exception {
        assertThat(service.post("/auth/register", "", ALICE).statusCode()).isEqualTo(201);
        return field(service.post("/auth/login", "", ALICE).body(), "access_token");
    }

    private static void onlyGoodTokensOpen(Home home, Service service, String good) throws Exception {
        String id = field(service.get("/auth/me", good).body(), "id");
        String key = Minted.secret(home, "auth-signing-key");
        assertThat(status(service, good)).isEqualTo(200);
        assertThat(status(service, Tokens.signed(key, id, FUTURE))).isEqualTo(200);
        assertThat(status(service, "")).isEqualTo(401);
        assertThat(status(service, Tokens.signed("x".repeat(43), id, FUTURE))).isEqualTo(401);
        assertThat(status(service, Tokens.signed(key, id, 1_700_000_001L))).isEqualTo(401);
        assertThat(status(service, Tokens.signed(key, "nobody", FUTURE))).isEqualTo(401);
    }

    private static int status(Service service, String token) throws Exception {
        return service.get("/api/todos", token).statusCode();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
