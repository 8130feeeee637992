package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.fallback.Ladder;
import io.quantumlayer.core.internal.fallback.Level;
import io.quantumlayer.core.internal.fallback.Rung;
import java.util.List;
import java.util.Optional;

/**
 * Step 4: takes the placement in use and sizes the release for it. One that was fallen back to must meet every limit
 * again, by what its provider says now; the lowest levels get a single instance.
 */
final class ResourcesStep implements Step<ResourcesStep.Wish, Sizing> {
    private final PlacementChooser chooser;

    ResourcesStep(PlacementChooser chooser) {
        this.chooser = chooser;
    }

    /**
     * What is wished.
     *
     * @param question what the decision rested on
     * @param decision all placements, the best first
     */
    record Wish(SelectStep.Question question, PlacementDecision decision) {}

    @Override
    public Effect<Finished<Sizing>> run(StepScope scope, Wish wish) {
        DeploymentPlan plan = wish.question().plan();
        if (scope.placement() == 0) {
            Placement chosen = wish.decision().chosen().orElseThrow();
            return sized(scope, new Sizing(chosen, plan.resources(), plan.replicas()), "");
        }
        Rung rung = Ladder.of(wish.decision()).get(scope.placement() - 1);
        Optional<Failure> broken = broken(wish.question(), rung);
        if (broken.isPresent()) {
            return Effect.failed(broken.get());
        }
        boolean least = rung.level() == Level.MINIMAL || rung.level() == Level.DEVELOPMENT;
        int replicas = least ? 1 : plan.replicas();
        Placement placement = Placement.on(rung.offering());
        return sized(
                scope,
                new Sizing(placement, plan.resources(), replicas),
                ", fallen back to at level " + rung.level() + ", where every limit holds still");
    }

    private Optional<Failure> broken(SelectStep.Question question, Rung rung) {
        PlacementDecision now = chooser.decide(question.spec(), question.plan(), question.environment());
        String id = rung.offering().id();
        boolean holds = now.candidates().stream()
                .anyMatch(candidate -> candidate.offering().id().equals(id));
        String why = now.rejections().stream()
                .filter(rejection -> rejection.offeringId().equals(id))
                .findFirst()
                .map(Rejection::toString)
                .orElse(id + " is offered no more");
        return holds
                ? Optional.empty()
                : Optional.of(
                        Failure.of(ErrorType.DEPENDENCY, "fallback.limit", why).notRetryable());
    }

    private static Effect<Finished<Sizing>> sized(StepScope scope, Sizing sizing, String how) {
        String summary = sizing.placement().offeringId() + ", " + sizing.replicas() + " instance(s), "
                + sizing.resources() + how;
        return Finished.proved(scope, sizing, summary, List.of());
    }
}
