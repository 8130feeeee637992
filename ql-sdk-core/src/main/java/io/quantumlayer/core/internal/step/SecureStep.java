package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.evidence.Claim;
import io.quantumlayer.api.evidence.Digest;
import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Programme;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.provider.Control;
import io.quantumlayer.core.internal.codec.Json;
import io.quantumlayer.core.internal.guard.ProviderCalls;
import io.quantumlayer.core.internal.guard.Providers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Step 10: observes the security controls of the placed release from outside it. */
final class SecureStep implements Step<SecureStep.Subject, List<Control>> {
    private final Providers providers;

    SecureStep(Providers providers) {
        this.providers = providers;
    }

    /**
     * What is looked at.
     *
     * @param placed the release
     * @param spec the application
     * @param plan the plan
     */
    record Subject(Placed placed, AppSpec spec, DeploymentPlan plan) {
        /** Nobody here assesses a programme, so that none is ever said to be met. */
        String compliance() {
            Set<Programme> programmes = new LinkedHashSet<>(plan.compliance());
            spec.compliance().keySet().stream().filter(spec::requires).forEach(programmes::add);
            return programmes.stream()
                    .map(p -> "; compliance " + p + " NOT_ASSESSED")
                    .collect(Collectors.joining());
        }
    }

    @Override
    public Effect<Finished<List<Control>>> run(StepScope scope, Subject subject) {
        Placed placed = subject.placed();
        ProviderCalls calls = providers.get(placed.spec().placement().providerId());
        return calls.value("controls", () -> calls.provider().controls(scope.context(), placed.spec()))
                .fold(controls -> judged(scope, subject, controls), Effect::pending, Effect::failed);
    }

    private static Effect<Finished<List<Control>>> judged(StepScope scope, Subject subject, List<Control> controls) {
        if (controls.isEmpty()) {
            return Finished.notApplicable(scope, controls, "the provider shows no control" + subject.compliance());
        }
        String missing = controls.stream()
                .filter(c -> !c.holds())
                .map(c -> c.name() + " (" + c.detail() + ")")
                .collect(Collectors.joining(", "));
        List<Control> holding = controls.stream().filter(Control::holds).toList();
        List<Evidence> evidence =
                holding.stream().map(c -> evidence(scope, subject.placed(), c)).toList();
        String held = holding.stream().map(Control::name).collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Finished.proved(scope, controls, held + subject.compliance(), evidence)
                : Finished.ended(
                        scope,
                        StepStatus.NOT_PROVED,
                        controls,
                        "not seen: " + missing + subject.compliance(),
                        evidence);
    }

    private static Evidence evidence(StepScope scope, Placed placed, Control control) {
        return scope.evidence(
                Claim.CONTROL_OBSERVED,
                placed.spec().digest(),
                new Witness.Seen(
                        "observe",
                        placed.spec().placement().providerId(),
                        Digest.of(Json.write(control)),
                        control.name() + ": " + control.detail()));
    }
}
