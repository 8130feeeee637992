package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.AppSpecBuilder;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.run.ApplicationId;
import io.quantumlayer.api.run.RunId;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** An analyzer that is what its function says. */
record Proposing(String id, BiFunction<CallContext, String, Effect<AppSpec>> answer) implements RequirementAnalyzer {
    static Proposing of(String id, UnaryOperator<AppSpecBuilder> proposals) {
        AppSpec spec =
                proposals.apply(AppSpec.ofKind(Trait.defaulted(AppKind.API))).build();
        return new Proposing(id, (context, sentence) -> Effect.done(spec));
    }

    @Override
    public Effect<AppSpec> analyze(CallContext context, Source.Requirement requirement) {
        return answer.apply(context, requirement.text());
    }

    static CallContext call() {
        Clock clock = Clock.systemUTC();
        RunId run = new RunId(new ApplicationId("team", "todo"), "r".repeat(26));
        return CallContext.of(run, "k".repeat(26), clock.instant().plus(Duration.ofMinutes(1)), clock);
    }
}
