package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.CallContext;
import java.util.function.Supplier;

/** Analyses plans; thread-safe. */
@FunctionalInterface
public interface Analysis {
    /**
     * Analyses a plan.
     *
     * @param plan the plan
     * @param call makes the call on whose behalf installed analyzers are asked; used only if there are some
     * @return the application, with each value's origin and words
     */
    AppSpec analyze(DeploymentPlan plan, Supplier<CallContext> call);
}
