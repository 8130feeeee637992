package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.List;
import java.util.Set;

/** Reads the providers that are preferred, in order, and those that are ruled out. */
final class ProviderRule implements Rule {
    private static final Set<String> LEADS = Words.of(
            "on to onto using use via prefer preferably preferring prefers at run runs host hosted" + " deploy");
    private static final Set<String> FOLLOWERS = Set.of("preferred", "please", "hosting", "deployment", "first");
    private static final Set<String> EXCEPT = Set.of("but", "except");
    private static final Set<String> CHAIN = Set.of("or", "and", "then");
    private static final int REACH = 3;

    private final Lexicon providers;

    ProviderRule(Vocabulary vocabulary) {
        this.providers = vocabulary.lexicon("providers");
    }

    @Override
    public void read(Text text, Reading reading) {
        List<Lexicon.Hit> hits = providers.hits(text);
        int chainEnd = -1;
        for (Lexicon.Hit hit : hits) {
            Polarity.Said said = Polarity.of(text, hit);
            if (!said.wanted() || text.isWord(hit.from() - 1, EXCEPT)) {
                add(reading.excluded, hit.id(), said.words(text));
            } else if (isLed(text, hit) || goesOn(text, chainEnd, hit.from())) {
                add(reading.preferred, hit.id(), said.words(text));
                chainEnd = hit.to();
            }
        }
        reading.preferred.stream()
                .filter(trait -> reading.excluded.stream()
                        .anyMatch(other -> other.value().equals(trait.value())))
                .toList()
                .forEach(both -> {
                    reading.contradictions.add("The sentence both prefers and rules out " + both.value());
                    reading.preferred.remove(both);
                });
    }

    private static void add(List<Trait<String>> traits, String id, String words) {
        if (traits.stream().noneMatch(trait -> trait.value().equals(id))) {
            traits.add(Trait.stated(id, words));
        }
    }

    private static boolean isLed(Text text, Lexicon.Hit hit) {
        for (int at = hit.from() - 1; at >= hit.from() - REACH && text.sameSentence(at, hit.from()); at--) {
            if (text.isWord(at, LEADS)) {
                return true;
            }
        }
        return text.isWord(hit.to(), FOLLOWERS) || hit.id().equals("local");
    }

    /** A provider after another one, as in {@code on AWS or GCP}. */
    private static boolean goesOn(Text text, int chainEnd, int from) {
        boolean next = chainEnd == from && text.token(from).afterPause();
        return next || (chainEnd == from - 1 && chainEnd >= 0 && text.isWord(from - 1, CHAIN));
    }
}
