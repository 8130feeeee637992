package io.quantumlayer.core;

import io.quantumlayer.api.spi.analyzer.LanguageModel;
import io.quantumlayer.api.spi.analyzer.RequirementAnalyzer;
import io.quantumlayer.core.internal.analyze.BuiltInAnalyzer;
import io.quantumlayer.core.internal.model.ModelAnalyzer;
import io.quantumlayer.core.internal.model.ModelPrompts;
import java.util.Objects;

/** The analyzers of sentences that come with core. */
public final class Analyzers {
    private Analyzers() {}

    /**
     * Returns the rules by which every instance reads sentences, for whoever wants to ask them for a sentence alone; an
     * instance needs no second copy of them.
     *
     * @return the rules, whose id is {@code rules}
     */
    public static RequirementAnalyzer rules() {
        return new BuiltInAnalyzer();
    }

    /**
     * Returns an analyzer that asks a language model. The model gets fixed instructions, the sentence fenced as data,
     * and {@link #schema()}; its answer is read strictly, and asked for once more, with the mistakes told, if it cannot
     * be read. Nothing of it but known words, ids, numbers and quotations of the sentence is kept.
     *
     * @param id 1 to 40 characters {@code [a-z0-9-]}, by which its proposals are told
     * @param model the model behind the caller's own client
     * @return the analyzer, to be given to {@link QuantumLayerBuilder#addAnalyzer}
     */
    public static RequirementAnalyzer model(String id, LanguageModel model) {
        return new ModelAnalyzer(Objects.requireNonNull(id, "id"), Objects.requireNonNull(model, "model"));
    }

    /**
     * Returns the published JSON Schema of a model's answer.
     *
     * @return a schema of draft 2020-12
     */
    public static String schema() {
        return ModelPrompts.schema();
    }
}
