package io.quantumlayer.core.internal.step;

import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.run.Outcome;
import io.quantumlayer.api.run.StepReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, as its completion gives it.
 *
 * @param outcome the outcome
 * @param failure why it failed, or null
 * @param steps the reports of the steps that ended, in order
 * @param leftovers what could not be shown to be gone
 * @param url the public address, or the empty text
 */
public record RunEnd(
        Outcome outcome, @Nullable Failure failure, List<StepReport> steps, List<String> leftovers, String url) {}
