package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.placement.Detection;
import io.quantumlayer.api.placement.Environment;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Step 2: finds which providers answer and what they can do. */
final class DetectStep implements Step<DeploymentPlan, Environment> {
    private final Function<CallContext, Environment> detector;

    DetectStep(Function<CallContext, Environment> detector) {
        this.detector = detector;
    }

    @Override
    public Effect<Finished<Environment>> run(StepScope scope, DeploymentPlan plan) {
        Environment found = detector.apply(scope.context());
        List<String> lines = found.detections().stream().map(DetectStep::line).toList();
        return Finished.proved(scope, found, String.join("; ", lines), List.of());
    }

    private static String line(Detection detection) {
        return detection.providerId() + " " + detection.status().name().toLowerCase(Locale.ROOT);
    }
}
