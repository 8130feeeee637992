package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;

/** Decides a placement; pure. */
public interface PlacementChooser {
    /**
     * Decides.
     *
     * @param spec the application
     * @param plan the plan
     * @param environment what answers
     * @return the decision
     */
    PlacementDecision decide(AppSpec spec, DeploymentPlan plan, Environment environment);

    /**
     * Decides, and looks beyond what is installed.
     *
     * @param spec the application
     * @param plan the plan
     * @param environment what answers
     * @return the decision and what the whole market would give
     */
    Outlook outlook(AppSpec spec, DeploymentPlan plan, Environment environment);
}
