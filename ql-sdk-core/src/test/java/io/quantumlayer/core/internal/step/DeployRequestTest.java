package io.quantumlayer.core.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.DeploymentPlanBuilder;
import io.quantumlayer.api.run.ReleaseId;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.core.internal.codec.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a flow reads of a written request is what the plan says. */
final class DeployRequestTest {
    private static final ReleaseId RELEASE = new ReleaseId("raau3zfoy3cl3");

    @Test
    void whatTheCallerSaid() {
        DeploymentPlan plan = plan().deadline(Duration.ofMinutes(7))
                .requireProof(StepName.OBSERVE, StepName.SECURE)
                .build();

        assertThat(DeployRequest.deadline(written(plan))).isEqualTo(Duration.ofMinutes(7));
        assertThat(DeployRequest.requiredProofs(written(plan))).containsExactlyElementsOf(plan.requiredProofs());
    }

    @Test
    void whatHoldsByDefault() {
        DeploymentPlan plan = plan().build();

        assertThat(DeployRequest.deadline(written(plan))).isEqualTo(plan.deadline());
        assertThat(DeployRequest.requiredProofs(written(plan))).isEmpty();
    }

    private static DeploymentPlanBuilder plan() {
        return DeploymentPlan.named("todo").requirement("Create a Java REST service");
    }

    private static byte[] written(DeploymentPlan plan) {
        return Json.write(new DeployRequest(plan, Digest.of("plan"), RELEASE, false));
    }
}
