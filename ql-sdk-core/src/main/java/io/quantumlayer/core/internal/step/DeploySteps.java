package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.run.StepName;
import io.quantumlayer.api.spi.builder.BuiltArtifact;
import io.quantumlayer.core.internal.flow.FlowStep;
import io.quantumlayer.core.internal.flow.FlowStep.Phase;
import io.quantumlayer.core.internal.gate.Terms;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The twelve steps of a deployment, and what follows them, in one list. */
final class DeploySteps {
    /** The id of the step that records the release. */
    static final String COMMIT = "commit";

    /** Installed analyzers may take a minute of it. */
    private static final Duration READING = Duration.ofSeconds(90);

    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final Duration LONG = Duration.ofSeconds(60);

    private DeploySteps() {}

    static List<StepBinding<?, ?>> of(Tools t) {
        Probing probing = new Probing(t.prober());
        return List.of(
                step(StepName.ANALYZE, Phase.PREPARE, READING, d -> plan(d), new AnalyzeStep(t)),
                step(StepName.DETECT, Phase.PREPARE, SHORT, d -> plan(d), new DetectStep(t.detector())),
                step(StepName.SELECT_STRATEGY, Phase.PREPARE, SHORT, d -> question(d), new SelectStep(t.chooser()))
                        .reading(StepName.ANALYZE, StepName.DETECT),
                step(StepName.PLAN_RESOURCES, Phase.PLACE, SHORT, d -> wish(d), new ResourcesStep(t.chooser()))
                        .reading(StepName.ANALYZE, StepName.DETECT, StepName.SELECT_STRATEGY),
                step(StepName.GENERATE, Phase.PLACE, LONG, d -> order(d), generate(t))
                        .reading(StepName.ANALYZE),
                step(StepName.SCAN, Phase.PLACE, LONG, d -> scanning(d), new ScanStep(t.scans(), t.artifacts()))
                        .reading(StepName.ANALYZE, StepName.GENERATE),
                step(StepName.BUILD, Phase.PLACE, LONG, d -> building(d), build(t))
                        .reading(StepName.ANALYZE, StepName.GENERATE, StepName.SCAN),
                step(StepName.DEPLOY, Phase.PLACE, LONG, d -> placing(d), deploy(t))
                        .reading(StepName.PLAN_RESOURCES, StepName.GENERATE, StepName.BUILD),
                step(StepName.OBSERVE, Phase.PLACE, SHORT, d -> placed(d), new ObserveStep(t.monitors()))
                        .reading(StepName.DEPLOY),
                step(StepName.SECURE, Phase.PLACE, SHORT, d -> secured(d), new SecureStep(t.providers()))
                        .reading(StepName.ANALYZE, StepName.DEPLOY),
                step(StepName.VERIFY, Phase.PLACE, SHORT, d -> subject(d), new VerifyStep(t.providers(), probing))
                        .reading(StepName.GENERATE, StepName.DEPLOY),
                step(StepName.GO_LIVE, Phase.PLACE, SHORT, d -> subject(d), new GoLiveStep(t.providers(), probing))
                        .reading(StepName.GENERATE, StepName.DEPLOY),
                new StepBinding<>(new FlowStep(COMMIT, SHORT, Phase.AFTER), d -> commit(d), new CommitStep(t))
                        .reading(StepName.GENERATE, StepName.DEPLOY, StepName.GO_LIVE));
    }

    private static <I, O> StepBinding<I, O> step(
            StepName name, Phase phase, Duration timeout, Function<StepData, I> input, Step<I, O> step) {
        return new StepBinding<>(new FlowStep(name.id(), timeout, phase), input, step);
    }

    private static GenerateStep generate(Tools t) {
        return new GenerateStep(t.generators(), t.recognition(), t.artifacts(), t.releases());
    }

    private static BuildStep build(Tools t) {
        return new BuildStep(t);
    }

    private static DeployStep deploy(Tools t) {
        return new DeployStep(t);
    }

    private static DeployRequest request(StepData data) {
        return data.request(DeployRequest.class);
    }

    private static io.quantumlayer.api.plan.DeploymentPlan plan(StepData data) {
        return request(data).plan();
    }

    private static AppSpec spec(StepData data) {
        return data.output(StepName.ANALYZE, AppSpec.class);
    }

    private static SelectStep.Question question(StepData data) {
        return new SelectStep.Question(spec(data), plan(data), data.output(StepName.DETECT, Environment.class));
    }

    private static ResourcesStep.Wish wish(StepData data) {
        return new ResourcesStep.Wish(question(data), data.output(StepName.SELECT_STRATEGY, PlacementDecision.class));
    }

    private static GenerateStep.Order order(StepData data) {
        return new GenerateStep.Order(request(data), spec(data));
    }

    private static SourceTaken source(StepData data) {
        return data.output(StepName.GENERATE, SourceTaken.class);
    }

    private static ScanStep.Order scanning(StepData data) {
        return new ScanStep.Order(source(data).digest(), terms(data));
    }

    private static BuildStep.Order building(StepData data) {
        SourceTaken source = source(data);
        return new BuildStep.Order(
                source, data.output(StepName.SCAN, Scanned.class), source.command(plan(data)), terms(data));
    }

    private static Terms terms(StepData data) {
        return new Terms(spec(data).securityLevel().value(), plan(data).waivers());
    }

    private static DeployStep.Order placing(StepData data) {
        return new DeployStep.Order(
                request(data),
                data.output(StepName.PLAN_RESOURCES, Sizing.class),
                source(data),
                data.output(StepName.BUILD, BuiltArtifact.class));
    }

    private static Placed placed(StepData data) {
        return data.output(StepName.DEPLOY, Placed.class);
    }

    private static SecureStep.Subject secured(StepData data) {
        return new SecureStep.Subject(placed(data), spec(data), plan(data));
    }

    private static VerifyStep.Subject subject(StepData data) {
        return new VerifyStep.Subject(placed(data), source(data).recipe());
    }

    private static CommitStep.Subject commit(StepData data) {
        return new CommitStep.Subject(
                request(data), placed(data), source(data), data.output(StepName.GO_LIVE, Live.class));
    }
}
