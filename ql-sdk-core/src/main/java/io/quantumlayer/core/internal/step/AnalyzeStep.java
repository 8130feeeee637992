package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.core.internal.analyze.Analysis;
import io.quantumlayer.core.internal.recognize.SourceRecognition;
import java.util.Map;
import java.util.Optional;

/** Step 1: turns the request into a typed application specification that somebody here can give. */
final class AnalyzeStep implements Step<DeploymentPlan, AppSpec> {
    private final Analysis analysis;
    private final GeneratorChoice generators;
    private final SourceRecognition recognition;
    private final Bindings bindings;

    AnalyzeStep(Tools tools) {
        this.recognition = tools.recognition();
        this.analysis = tools.analysis();
        this.generators = tools.generators();
        this.bindings = new Bindings(tools.secrets());
    }

    @Override
    public Effect<Finished<AppSpec>> run(StepScope scope, DeploymentPlan plan) {
        AppSpec spec = analysis.analyze(plan, scope::context);
        if (spec.kind().value() == AppKind.UNSUPPORTED) {
            String words = String.join(" ", spec.kind().words());
            return Effect.failed(Failure.of(
                    ErrorType.VALIDATION,
                    "analyze.unsupported",
                    "this kind of application is not supported: " + words));
        }
        Optional<Failure> refusal = plan.source().kind() == Source.Kind.REQUIREMENT
                ? generators
                        .choose(spec, plan.bindings().keySet())
                        .fold(
                                chosen -> bindings.refusal(
                                        scope.context(), plan, chosen.fit(spec).bindings()),
                                wait -> Optional.empty(),
                                Optional::of)
                : missing(plan).or(() -> bindings.refusal(scope.context(), plan, Map.of()));
        if (refusal.isPresent()) {
            return Effect.failed(refusal.get());
        }
        return Finished.warned(scope, spec, summary(spec), spec.contradictions());
    }

    private Optional<Failure> missing(DeploymentPlan plan) {
        return SourceRecognition.applies(plan) ? recognition.missing(plan) : Optional.empty();
    }

    private static String summary(AppSpec spec) {
        String features = String.join(
                ", ", spec.features().keySet().stream().filter(spec::hasFeature).toList());
        String language = spec.language().map(l -> l.value() + " ").orElse("");
        String kind = language + spec.kind().value().name().toLowerCase(java.util.Locale.ROOT);
        return features.isEmpty() ? kind : kind + " with " + features;
    }
}
