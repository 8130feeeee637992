package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.placement.Candidate;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.placement.Rejection;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.codec.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Step 3: chooses strategy and placement, hard limits first. */
public final class SelectStep implements Step<SelectStep.Question, PlacementDecision> {
    private final PlacementChooser chooser;

    SelectStep(PlacementChooser chooser) {
        this.chooser = chooser;
    }

    /**
     * What the decision rests on.
     *
     * @param spec the application
     * @param plan the plan
     * @param environment what answers
     */
    record Question(AppSpec spec, DeploymentPlan plan, Environment environment) {}

    @Override
    public Effect<Finished<PlacementDecision>> run(StepScope scope, Question question) {
        PlacementDecision decision = chooser.decide(question.spec(), question.plan(), question.environment());
        if (decision.winner().isEmpty()) {
            return Effect.failed(none(decision));
        }
        Candidate winner = decision.winner().get();
        String summary = winner.offering().id() + " by " + winner.offering().strategy() + ", " + winner.total()
                + " points, " + decision.rejections().size() + " rejected";
        return Finished.proved(scope, decision, summary, waived(scope, question.plan()));
    }

    private static List<Evidence> waived(StepScope scope, DeploymentPlan plan) {
        Digest subject = Digest.of(Json.write(plan));
        return plan.waivers().stream()
                .map(waiver -> scope.evidence(
                        Claim.WAIVED,
                        subject,
                        new Witness.Seen(
                                "plan",
                                "core.select",
                                Digest.of(Json.write(waiver)),
                                waiver.limit() + " waived by the caller: " + waiver.reason())))
                .toList();
    }

    /**
     * Says why no placement was chosen.
     *
     * @param decision a decision without a winner
     * @return the failure with every reason
     */
    public static Failure none(PlacementDecision decision) {
        String why = decision.rejections().stream().map(Rejection::toString).collect(Collectors.joining("; "));
        return Failure.of(
                ErrorType.VALIDATION,
                "select.no-placement",
                why.isEmpty()
                        ? "no provider is installed; add one, such as the artifact ql-sdk-provider-local"
                        : "no offering meets every limit: " + why);
    }
}
