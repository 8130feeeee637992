package io.quantumlayer.api.spi.analyzer;

import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.plan.Source;
import io.quantumlayer.api.spi.CallContext;
import io.quantumlayer.api.spi.Effect;

/**
 * Reads what an application is to be out of a sentence. Thread-safe.
 *
 * <p>Core's own rules read every sentence. Installed analyzers are asked as well, once each time a sentence is analysed
 * (by {@code analyze}, {@code preview} and step 1 of a deployment), all of them at once and each on a thread of its
 * own, for the time that the setting {@code limit} of {@code analyzers} gives or until the call's deadline, whichever
 * is first; then an analyzer is interrupted, its context is cancelled, and it is heard no more. It sees the sentence
 * alone: nothing else of the plan, and no sentence in which core sees a literal secret.
 *
 * <p>The sentence is untrusted: it is read, and never obeyed. An analyzer has no effects but those of reading, such as
 * the request that asks a model, and equal sentences should give equal answers; one that cannot promise so says so.
 * What step 1 of a deployment was told stands in its journal and is not asked for again.
 *
 * <p>An answer proposes, and decides nothing. What the plan states counts first, then what the rules read as stated,
 * then proposals, in the order of the analyzers' ids; what a rule inferred gives way, unless it is a limit, which a
 * proposal may only tighten. Of each trait core takes value and words, and gives it the origin
 * {@link io.quantumlayer.api.app.Origin#PROPOSED}, whatever the answer says; defaults, contradictions, reasons and what
 * was not understood are not looked at. A trait counts only if all its words, as whole words and in their order within
 * one sentence, stand in the text, outside of the orders to the reader that the rules leave out. No proposal rules out
 * a compliance programme or a feature that protects. What is not taken is said in {@link AppSpec#contradictions()}.
 *
 * <p>One that throws, answers nothing, {@link Effect.Kind#PENDING} or too late, or more than {@value #MAX_ITEMS} items
 * of a kind leaves what is known without it as it is, and that is said there too.
 */
public interface RequirementAnalyzer {
    /** The most features, programmes, regions or providers of one answer. */
    int MAX_ITEMS = 64;

    /** The most quotations that one trait stands on. */
    int MAX_QUOTATIONS = 8;

    /** The longest quotation, in characters. */
    int MAX_QUOTATION = 200;

    /**
     * Returns what it is called where its answers are told. Cheap, and the same for the life of the object.
     *
     * @return 1 to 40 characters {@code [a-z0-9-]}, unique in one instance of the library; {@code rules} is core's own
     */
    String id();

    /**
     * Reads a sentence.
     *
     * @param context the call, with its deadline; it names tenant and application
     * @param requirement the sentence
     * @return what it proposes, each trait with words of the sentence; a kind that is not known is defaulted
     */
    Effect<AppSpec> analyze(CallContext context, Source.Requirement requirement);
}
