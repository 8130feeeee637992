package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.generator.Recipe;
import java.util.List;

/**
 * The source of a release.
 *
 * @param digest its digest in the artifact store
 * @param origin what made it
 * @param recipe how to build, run and probe it
 */
record SourceTaken(Digest digest, String origin, Recipe recipe) {
    /** The command that starts it: the plan's, or else the recipe's. */
    List<String> command(DeploymentPlan plan) {
        return plan.command().isEmpty() ? recipe.run() : plan.command();
    }
}
