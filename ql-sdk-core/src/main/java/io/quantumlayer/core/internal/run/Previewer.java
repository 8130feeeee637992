package io.quantumlayer.core.internal.run;

import io.quantumlayer.api.Outlook;
import io.quantumlayer.api.Preview;
import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.placement.Placement;
import io.quantumlayer.api.placement.PlacementDecision;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.generator.Generator;
import io.quantumlayer.api.spi.provider.Operation;
import io.quantumlayer.api.spi.provider.ReleaseSpec;
import io.quantumlayer.api.spi.provider.Workload;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.recognize.SourceRecognition;
import io.quantumlayer.core.internal.step.SelectStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes what a deployment would do from the same parts that would do it, without touching anything. */
final class Previewer {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Kernel kernel;

    Previewer(Kernel kernel) {
        this.kernel = kernel;
    }

    Preview preview(DeploymentPlan plan) {
        AppSpec spec = kernel.analyzed(plan);
        CallContext context = kernel.asking(plan, LIMIT);
        Environment environment = kernel.tools().detector().apply(context);
        Outlook outlook = kernel.tools().chooser().outlook(spec, plan, environment);
        PlacementDecision decision = outlook.decision();
        List<String> operations = new ArrayList<>();
        Optional<Failure> blocked = source(plan, spec, operations);
        plan.bindings().forEach((service, url) -> operations.add("bind " + service.id() + " to the URL in " + url));
        kernel.tools().scanners().forEach(s -> operations.add("scan the source with " + s.id()));
        operations.add("build with " + kernel.tools().builder().id());
        if (decision.chosen().isPresent()) {
            operations.addAll(placing(context, plan, decision.chosen().get()));
        }
        return new Preview(spec, environment, outlook, operations, blockedBy(spec, decision, blocked.orElse(null)));
    }

    private Optional<Failure> source(DeploymentPlan plan, AppSpec spec, List<String> operations) {
        if (plan.source().kind() != Source.Kind.REQUIREMENT) {
            boolean given = SourceRecognition.applies(plan);
            operations.add("take the source as it is given");
            if (given) {
                kernel.tools().recognition().seen(plan).forEach(operations::add);
            }
            return given ? kernel.tools().recognition().missing(plan) : Optional.empty();
        }
        Effect<Generator> choice =
                kernel.tools().generators().choose(spec, plan.bindings().keySet());
        choice.value()
                .ifPresent(g -> operations.add("generate with " + g.id() + ": "
                        + String.join("; ", g.fit(spec).reasons())));
        return choice.failure();
    }

    private static @Nullable Failure blockedBy(AppSpec spec, PlacementDecision decision, @Nullable Failure source) {
        if (spec.kind().value() == AppKind.UNSUPPORTED) {
            return Failure.of(ErrorType.VALIDATION, "analyze.unsupported", "this kind of application is not supported");
        }
        if (source != null) {
            return source;
        }
        return decision.winner().isEmpty() ? SelectStep.none(decision) : null;
    }

    private List<String> placing(CallContext context, DeploymentPlan plan, Placement placement) {
        ProviderCalls calls = kernel.tools().providers().get(placement.providerId());
        Digest unknown = Digest.of("not built yet");
        ReleaseSpec spec = new ReleaseSpec(
                context.run().application(),
                kernel.ids().release(),
                unknown,
                placement,
                Workload.builder(unknown, List.of("not built yet"))
                        .healthPath(plan.healthPath())
                        .replicas(plan.replicas())
                        .build());
        List<String> lines = new ArrayList<>();
        Effect<List<Operation>> planned =
                calls.value("plan", () -> calls.provider().plan(context, spec));
        planned.value().orElse(List.of()).forEach(o -> lines.add(placement.providerId() + ": " + o.id()));
        planned.failure().ifPresent(f -> lines.add(placement.providerId() + " cannot plan now: " + f));
        kernel.tools().monitors().forEach(m -> lines.add("attach monitor " + m.id()));
        lines.add("probe the candidate, switch the traffic, probe the public address");
        return lines;
    }
}
