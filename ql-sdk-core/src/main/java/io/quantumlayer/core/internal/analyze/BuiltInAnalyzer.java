package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;

/** The rules by which every sentence is read, for whoever asks them for a sentence alone; pure and thread-safe. */
public final class BuiltInAnalyzer implements RequirementAnalyzer {
    /** Its id, which no installed analyzer has. */
    public static final String ID = "rules";

    private final RuleAnalyzer rules = new RuleAnalyzer();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Effect<AppSpec> analyze(CallContext context, Source.Requirement requirement) {
        return Effect.done(
                rules.analyze(DeploymentPlan.named(ID).source(requirement).build()));
    }
}
