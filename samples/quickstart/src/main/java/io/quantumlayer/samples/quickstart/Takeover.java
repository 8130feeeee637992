package io.quantumlayer.samples.quickstart;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import picocli.CommandLine.Option;

/** The word of the caller that what stands of the application and no journal knows is theirs. */
final class Takeover {
    @Option(
            names = "--adopt",
            description = "Takes over what stands of the application and no journal knows: kept if it is what the plan"
                    + " makes, else replaced; the rest is removed.")
    private boolean adopt;

    Deployment start(QuantumLayer ql, DeploymentPlan plan) {
        return adopt ? ql.adopt(plan) : ql.deploy(plan);
    }
}
