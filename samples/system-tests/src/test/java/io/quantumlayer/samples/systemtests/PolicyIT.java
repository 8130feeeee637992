package io.quantumlayer.samples.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.DeploymentResult;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.security.policy.GatePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real application that a policy in CEL keeps from running, until somebody answers for it by a day. */
class PolicyIT {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String POLICY = """
            apiVersion: quantumlayer.io/v1alpha1
            kind: GatePolicy
            name: reviewed
            rules:
              - name: source-only
                each: finding
                refuse: finding.rule == 'file.compiled'
                reason: compiled code is not deployed
            """;

    @TempDir
    Path folder;

    private Home home;
    private DeploymentPlan plan;

    @BeforeEach
    void open() throws IOException {
        home = new Home(Files.createDirectories(folder.resolve("home")));
        plan = TinyApp.plan("tiny", TinyApp.compiledIn(folder)).build();
    }

    @Test
    void aPolicyRefusesAndNothingIsStarted() throws InterruptedException {
        assertRefused(
                POLICY, "policy reviewed: source-only: compiled code is not deployed: MEDIUM file.compiled at App");
    }

    @Test
    void anExceptionThatHasEndedIsNamedAndHelpsNobody() throws InterruptedException {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        assertRefused(excepting(yesterday), "the exception of file.compiled by ops ended on " + yesterday);
    }

    @Test
    void aDatedExceptionLetsItRunAndStandsInResultAndReport() throws Exception {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        GatePolicy policy = GatePolicy.read(excepting(tomorrow));
        String exempt = "exempt until " + tomorrow + " by ops (ticket 12)";
        try (QuantumLayer ql = home.builder().addPolicy(policy).build()) {
            Deployment deployment = ql.deploy(plan);
            DeploymentResult live = deployment.await(LONG);
            assertThat(live.outcome()).as(live.toString()).isEqualTo(Outcome.LIVE);
            assertThat(new Service(live.url().orElseThrow()).get("/health", "").statusCode())
                    .isEqualTo(200);
            Evidence allowed = live.evidence().stream()
                    .filter(e -> e.claim() == Claim.GATE_ALLOWED)
                    .findFirst()
                    .orElseThrow();
            assertThat(allowed.detail()).contains(exempt, policy.id().toString());
            assertThat(deployment.report()).contains(exempt, policy.id().toString());
            assertThat(ql.application("tiny").destroy().await(LONG).outcome()).isEqualTo(Outcome.DESTROYED);
        }
        assertThat(home.processes()).isEmpty();
    }

    private void assertRefused(String policy, String told) throws InterruptedException {
        try (QuantumLayer ql = home.builder().addPolicy(GatePolicy.read(policy)).build()) {
            DeploymentResult refused = ql.deploy(plan).await(LONG);
            assertThat(refused.reached()).as(refused.toString()).isEqualTo(Outcome.FAILED);
            Failure failure = refused.failure().orElseThrow();
            assertThat(failure.code()).isEqualTo("gate.refused");
            assertThat(failure.message()).contains(told);
            assertThat(ql.application("tiny").current()).isEmpty();
        }
        assertThat(home.processes()).isEmpty();
        assertThat(home.releases()).isEmpty();
    }

    private static String excepting(LocalDate until) {
        return POLICY + "exceptions:\n  - {subject: file.compiled, owner: ops, until: " + until
                + ", reason: ticket 12}\n";
    }
}
