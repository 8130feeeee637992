package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.evidence.Evidence;
import io.quantumlayer.api.run.StepReport;
import io.quantumlayer.api.run.StepStatus;
import io.quantumlayer.api.spi.Effect;
import java.util.List;

/**
 * The output of a finished step with the report of it, as the journal keeps both.
 *
 * @param report how it ended
 * @param value what it gives
 * @param <O> the value's type
 */
record Finished<O>(StepReport report, O value) {
    static <O> Effect<Finished<O>> proved(StepScope scope, O value, String summary, List<Evidence> evidence) {
        return ended(scope, StepStatus.PROVED, value, summary, evidence);
    }

    static <O> Effect<Finished<O>> warned(StepScope scope, O value, String summary, List<String> warnings) {
        return Effect.done(
                new Finished<>(new StepReport(scope.step(), StepStatus.PROVED, summary, List.of(), warnings), value));
    }

    static <O> Effect<Finished<O>> notApplicable(StepScope scope, O value, String reason) {
        return ended(scope, StepStatus.NOT_APPLICABLE, value, reason, List.of());
    }

    static <O> Effect<Finished<O>> ended(
            StepScope scope, StepStatus status, O value, String summary, List<Evidence> evidence) {
        return Effect.done(new Finished<>(new StepReport(scope.step(), status, summary, evidence), value));
    }
}
