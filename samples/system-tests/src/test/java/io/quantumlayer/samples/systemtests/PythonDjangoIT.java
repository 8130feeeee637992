package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.run.Outcome;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence that names a programme: refused where nothing proves eligibility, live where the caller waives that. */
class PythonDjangoIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String SENTENCE =
            "Healthcare patient management system with HIPAA compliance in Python/Django";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void withoutAWaiverItIsRefusedAndNothingIsLeft() throws Exception {
        assumePython();
        Home home = new Home(folder);
        try (QuantumLayer ql = open(home)) {
            DeploymentResult refused = ql.deploy(plan().build()).await(LONG);

            assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(refused.failure().orElseThrow().message()).contains("compliance.hipaa");
            assertThat(ql.list("default")).isEmpty();
        }
        assertThat(home.processes()).isEmpty();
    }

    @Test
    void withAWaiverItGoesLiveWithLoginRolesAndAuditLogAndNothingAssessed() throws Exception {
        assumePython();
        Home home = new Home(folder);
        try (QuantumLayer ql = open(home)) {
            DeploymentPlan plan = plan().waive("compliance.hipaa", "a trial with invented patients")
                    .build();
            DeploymentResult live = ql.deploy(plan).await(LONG);

            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(live.evidence()).anySatisfy(evidence -> {
                assertThat(evidence.claim()).isEqualTo(Claim.WAIVED);
                assertThat(evidence.toString()).contains("compliance.hipaa", "a trial with invented patients");
            });
            assertThat(live.steps()).anyMatch(step -> step.toString().contains("compliance HIPAA NOT_ASSESSED"));
            loginRolesAndAuditLogWork(live.url().orElseThrow(), Minted.secret(home, "admin-password"));
            assertThat(ql.application("clinic").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }

    private static void loginRolesAndAuditLogWork(URI url, String password) throws Exception {
        Visitor stranger = new Visitor(url);
        assertThat(stranger.get("/patients").statusCode()).isEqualTo(401);
        assertThat(logIn(stranger, "admin", "a wrong password").statusCode()).isEqualTo(401);

        Visitor admin = new Visitor(url);
        assertThat(logIn(admin, "admin", password).statusCode()).isEqualTo(302);
        Map<String, String> ada = Map.of("name", "Ada Example", "reference", "P-1", "notes", "first");
        HttpResponse<String> added = admin.fill("/patients/new", ada);
        assertThat(added.statusCode()).isEqualTo(302);
        String patient = added.headers().firstValue("Location").orElseThrow();
        Map<String, String> reader = Map.of("name", "rita", "password", PASSWORD, "role", "reader");
        assertThat(admin.fill("/users", reader).statusCode()).isEqualTo(302);

        Visitor rita = new Visitor(url);
        assertThat(logIn(rita, "rita", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(rita.get(patient).body()).contains("Ada Example");
        assertThat(rita.get("/patients/new").statusCode()).isEqualTo(403);
        assertThat(rita.get("/audit").statusCode()).isEqualTo(403);

        String id = patient.substring(patient.lastIndexOf('/') + 1);
        assertThat(admin.get("/audit").body().replaceAll("\\s+", ""))
                .contains("<td>admin</td><td>login-failed</td>")
                .contains("<td>admin</td><td>added</td><td>" + id + "</td>")
                .contains("<td>admin</td><td>user-added</td><td>rita</td><td>reader</td>")
                .contains("<td>rita</td><td>viewed</td><td>" + id + "</td>");
    }

    private static HttpResponse<String> logIn(Visitor visitor, String name, String password) throws Exception {
        return visitor.fill("/login", Map.of("name", name, "password", password));
    }

    private static DeploymentPlanBuilder plan() {
        return DeploymentPlan.named("clinic").requirement(SENTENCE);
    }

    private static QuantumLayer open(Home home) {
        return home.builder().setting("launcher", "path", System.getenv("PATH")).build();
    }

    private static void assumePython() {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/python3")))
                .as("python3 is not installed here: apt-get install python3 python3-pip")
                .isTrue();
    }
}
