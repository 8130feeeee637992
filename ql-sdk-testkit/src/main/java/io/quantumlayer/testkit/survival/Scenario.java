package io.quantumlayer.testkit.survival;

import io.quantumlayer.api.Deployment;
import io.quantumlayer.api.QuantumLayer;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunKind;
import io.quantumlayer.testkit.bench.TestBench;
import java.util.List;

/**
 * A run that is to survive a kill, after deployments that went well. Immutable.
 *
 * @param kind what the run does
 * @param before the plans that are deployed before it, in order
 * @param plan the plan of the run, or the last one before it where the run needs none
 */
public record Scenario(RunKind kind, List<DeploymentPlan> before, DeploymentPlan plan) {
    /** Copies the list. */
    public Scenario {
        before = List.copyOf(before);
    }

    /**
     * Deploys a plan after others.
     *
     * @param plan the plan
     * @param before what is deployed before it
     * @return the scenario
     */
    public static Scenario deploy(DeploymentPlan plan, DeploymentPlan... before) {
        return new Scenario(RunKind.DEPLOY, List.of(before), plan);
    }

    /**
     * Returns from the second of two releases to the first.
     *
     * @param first the plan to return to
     * @param second the plan that is live
     * @return the scenario
     */
    public static Scenario rollback(DeploymentPlan first, DeploymentPlan second) {
        return new Scenario(RunKind.ROLLBACK, List.of(first, second), second);
    }

    /**
     * Removes an application.
     *
     * @param before what is deployed before, at least one plan
     * @return the scenario
     */
    public static Scenario destroy(DeploymentPlan... before) {
        return new Scenario(RunKind.DESTROY, List.of(before), before[0]);
    }

    ApplicationId application() {
        return new ApplicationId(plan.tenant(), plan.name());
    }

    void prepare(TestBench bench, QuantumLayer layer) {
        for (DeploymentPlan earlier : before) {
            bench.await(layer.deploy(earlier));
        }
    }

    Deployment begin(QuantumLayer layer) {
        return switch (kind) {
            case DEPLOY -> layer.deploy(plan);
            case ROLLBACK -> layer.application(application()).rollback();
            case DESTROY -> layer.application(application()).destroy();
        };
    }

    @Override
    public String toString() {
        return kind.id() + " after " + before.size();
    }
}
