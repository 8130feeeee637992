package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.AppKind;
import io.quantumlayer.api.app.AppSpec;
import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.DeploymentPlan;
import io.quantumlayer.api.plan.Source;
import java.util.List;
import java.util.Set;

/**
 * Analyses a plan by rules: the sentence, if its source is one, and the fields that the plan states, which always win.
 * Pure and thread-safe. English is understood; a sentence of another language, an order to whoever reads it, and a
 * sentence in which nothing is known are reported as not understood and have no effect. An API of which nothing more is
 * said is a Java service that keeps items.
 */
public final class RuleAnalyzer {
    private static final Set<String> WISHES = Words.of(
            "create build make write generate develop implement deploy need want design launch ship" + " code");
    /** Sentences that begin so ask something and want nothing built. */
    private static final Set<String> QUESTIONS =
            Words.of("explain what why how who when where which tell describe compare summarise summarize"
                    + " translate is are can could does do hello hi hey thanks thank good");

    private static final int MIN_SENTENCE = 3;
    private static final int MAX_SHOWN = 12;

    private final List<Rule> rules;
    private final Spelling spelling;

    /** Creates an analyzer with the vocabulary of this library. */
    public RuleAnalyzer() {
        Vocabulary vocabulary = Vocabulary.load();
        this.spelling = new Spelling(vocabulary.words(), WordList.load("other-words.txt"));
        this.rules = List.of(
                new LanguageRule(vocabulary),
                new KindRule(vocabulary),
                new FeatureRule(vocabulary),
                new ComplianceRule(vocabulary),
                new ProtectionRule(vocabulary),
                new PlaceRule(vocabulary),
                new ProviderRule(vocabulary),
                new BudgetRule(),
                new LoadRule(),
                new NeedsRule(vocabulary),
                new EntityRule(vocabulary));
    }

    /**
     * Analyses a plan.
     *
     * @param plan the plan
     * @return the application, with each value's origin and words
     */
    public AppSpec analyze(DeploymentPlan plan) {
        return analyze(plan, new Reading());
    }

    AppSpec analyze(DeploymentPlan plan, Reading reading) {
        if (plan.source() instanceof Source.Requirement requirement) {
            return PlanMerge.of(reading, plan, requirement(requirement.text(), reading));
        }
        boolean site = plan.source().kind() == Source.Kind.STATIC_SITE;
        return PlanMerge.of(
                reading, plan, site ? Trait.stated(AppKind.STATIC, "staticSite") : Trait.defaulted(AppKind.API));
    }

    private Trait<AppKind> requirement(String sentence, Reading reading) {
        Text english = InertWords.removed(Tongue.english(Text.of(sentence), reading), reading);
        Text text = Asides.removed(spelling.corrected(english));
        rules.forEach(rule -> rule.read(text, reading));
        Trait<AppKind> kind = reading.kind;
        if (kind != null) {
            return kind;
        }
        boolean wish = text.tokens().stream().anyMatch(token -> WISHES.contains(token.word()));
        boolean asks = text.size() > 0 && text.isWord(0, QUESTIONS) && !wish;
        boolean spoken = reading.entity != null
                || !reading.features.isEmpty()
                || reading.language != null
                || (wish && text.size() >= MIN_SENTENCE);
        if (spoken && !asks) {
            return Trait.defaulted(AppKind.API);
        }
        reading.unsupportedBecause = "nothing in the text is understood to be an application";
        if (text.size() > 0) {
            reading.notUnderstood.add(text.words(0, text.size()));
        }
        return Trait.inferred(AppKind.UNSUPPORTED, beginning(sentence));
    }

    private static String beginning(String sentence) {
        List<String> words = List.of(sentence.strip().split("\\s+", MAX_SHOWN + 1));
        return words.size() <= MAX_SHOWN
                ? String.join(" ", words)
                : String.join(" ", words.subList(0, MAX_SHOWN)) + " ...";
    }
}
