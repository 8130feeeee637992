package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence becomes a FastAPI service; its libraries come from the package index, as its lock files name them. */
class PythonRestIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String SENTENCE = "Create a Python FastAPI REST service for a todo list with authentication";
    private static final String ALICE = "{\"name\":\"alice\",\"password\":\"correct horse battery\"}";
    private static final long FUTURE = 4_102_444_800L;

    @TempDir
    Path folder;

    @Test
    void aSentenceGoesLiveRefusesWrongTokensAndKeepsItsDataThroughAnUpdate() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is not installed here: apt-get install python3 python3-pip")
                .isTrue();
        Home home = new Home(folder);
        try (QuantumLayer ql = home.builder()
                .setting("launcher", "path", System.getenv("PATH"))
                .build()) {
            DeploymentResult live = ql.deploy(plan("first")).await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(live.evidence())
                    .extracting(e -> e.claim())
                    .contains(Claim.BUILT, Claim.AUTHENTICATION_ENFORCED, Claim.TRAFFIC_DIGEST);
            URI url = live.url().orElseThrow();
            Service service = new Service(url);

            String token = registered(service);
            onlyGoodTokensOpen(home, service, token);
            theDocsPageNeedsNoOtherAddress(url);

            assertThat(service.post("/api/todos", token, "{\"title\":\"kept\"}").statusCode())
                    .isEqualTo(201);
            DeploymentResult second = ql.deploy(plan("second")).await(LONG);
            assertThat(second.outcome()).as(second.toString()).isEqualTo(Outcome.LIVE);
            assertThat(service.get("/api/todos", token).body()).contains("kept");

            assertThat(service.delete("/auth/me", token).statusCode()).isEqualTo(204);
            assertThat(service.get("/api/todos", token).statusCode()).isEqualTo(401);
            assertThat(ql.application("todo").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }

    private static DeploymentPlan plan(String greeting) {
        return DeploymentPlan.named("todo")
                .requirement(SENTENCE)
                .environment("GREETING", greeting)
                .build();
    }

    private static String registered(Service service) throws Exception {
        assertThat(service.post("/auth/register", "", ALICE).statusCode()).isEqualTo(201);
        HttpResponse<String> login = service.post("/auth/login", "", ALICE);
        return field(login.body(), "access_token");
    }

    private static void onlyGoodTokensOpen(Home home, Service service, String token) throws Exception {
        String id = field(service.get("/auth/me", token).body(), "id");
        String key = Minted.secret(home, "auth-signing-key");
        assertThat(service.get("/api/todos", token).statusCode()).isEqualTo(200);
        assertThat(service.get("/api/todos", Tokens.signed(key, id, FUTURE)).statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/todos", "").statusCode()).isEqualTo(401);
        assertThat(service.get("/api/todos", Tokens.signed("x".repeat(43), id, FUTURE))
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.get("/api/todos", Tokens.signed(key, id, 1_700_000_001L))
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.get("/api/todos", Tokens.signed(key, "nobody", FUTURE))
                        .statusCode())
                .isEqualTo(401);
    }

    private void theDocsPageNeedsNoOtherAddress(URI url) throws Exception {
        Browser.Shown shown = Browser.in(folder.resolve("browser")).show(url.resolve("/docs"));
        assertThat(shown.document()).contains("/api/todos", "swagger-ui");
        assertThat(shown.requests())
                .anyMatch(request -> request.endsWith("/openapi.json"))
                .allMatch(request -> URI.create(request).getHost().equals(url.getHost()));
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
