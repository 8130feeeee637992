package io.quantumlayer.core.internal.model;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.error.ErrorType;
import io.quantumlayer.api.error.Failure;
import io.quantumlayer.api.plan.InvalidPlanException;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.plan.Violation;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;
import io.quantumlayer.api.spi.analyzer.LanguageModel;
import io.quantumlayer.api.spi.analyzer.ModelPrompt;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.internal.plan.ProposalReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a language model, and once more if its answer cannot be read. As thread-safe and as pure as the model. */
public final class ModelAnalyzer implements RequirementAnalyzer {
    private final String id;
    private final LanguageModel model;

    /**
     * Creates an analyzer.
     *
     * @param id its id
     * @param model the model
     */
    public ModelAnalyzer(String id, LanguageModel model) {
        this.id = id;
        this.model = model;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Effect<AppSpec> analyze(CallContext context, Source.Requirement requirement) {
        try {
            return Effect.done(answered(context, ModelPrompts.first(requirement.text())));
        } catch (InvalidPlanException e) {
            return unreadable(e.violations());
        } catch (IOException e) {
            return unreachable(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private AppSpec answered(CallContext context, ModelPrompt prompt) throws IOException, InterruptedException {
        try {
            return asked(context, prompt);
        } catch (InvalidPlanException unreadable) {
            if (isOver(context)) {
                throw unreadable;
            }
            return asked(context, ModelPrompts.again(prompt, unreadable.violations()));
        }
    }

    private AppSpec asked(CallContext context, ModelPrompt prompt) throws IOException, InterruptedException {
        @Nullable String answer = model.answer(context, prompt);
        return ProposalReader.read(answer == null ? "" : answer);
    }

    private static boolean isOver(CallContext context) {
        return context.remaining().isZero() || context.cancellation().requested();
    }

    private static Effect<AppSpec> unreadable(List<Violation> mistakes) {
        String further = mistakes.size() == 1 ? "" : " (and " + (mistakes.size() - 1) + " more)";
        return Effect.failed(Failure.of(
                ErrorType.VALIDATION,
                "model.unreadable",
                "the model's answer cannot be read: " + mistakes.get(0) + further));
    }

    /** The message of the exception may hold an address with credentials. */
    private static Effect<AppSpec> unreachable(IOException e) {
        return Effect.failed(Failure.of(
                ErrorType.NETWORK,
                "model.unreachable",
                "the model gave no answer: " + e.getClass().getSimpleName()));
    }

    private static Effect<AppSpec> interrupted() {
        Thread.currentThread().interrupt();
        return Effect.failed(Failure.of(ErrorType.TIMEOUT, "model.interrupted", "the model was given no more time"));
    }
}
