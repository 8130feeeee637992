package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.Effect;
import java.util.List;

/** Step 4: takes the placement in use and sizes the release for it. */
final class ResourcesStep implements Step<ResourcesStep.Wish, Sizing> {
    /**
     * What is wished.
     *
     * @param plan the plan
     * @param decision all placements, the best first
     */
    record Wish(DeploymentPlan plan, PlacementDecision decision) {}

    @Override
    public Effect<Finished<Sizing>> run(StepScope scope, Wish wish) {
        Candidate candidate = wish.decision().candidates().get(scope.placement());
        Placement placement = scope.placement() == 0
                ? wish.decision().chosen().orElseGet(() -> Placement.on(candidate.offering()))
                : Placement.on(candidate.offering());
        DeploymentPlan plan = wish.plan();
        Sizing sizing = new Sizing(placement, plan.resources(), plan.replicas());
        String summary = placement.offeringId() + ", " + plan.replicas() + " instance(s), " + plan.resources();
        return Finished.proved(scope, sizing, summary, List.of());
    }
}
