package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the features: the last word on each counts, as in a second thought. Where it is no second thought the two are a
 * contradiction, and what protects is kept.
 */
final class FeatureRule implements Rule {
    private static final Set<String> PROTECTING =
            Set.of("authentication", "authorization", "encryption", "audit_logging", "rate_limiting");
    private static final Set<String> SECOND_THOUGHTS =
            Words.of("thought thoughts actually scratch wait mind rather drop remove skip ditch instead forget");

    private final Lexicon stated;
    private final Lexicon implied;
    private final Lexicon absent;

    FeatureRule(Vocabulary vocabulary) {
        this.stated = vocabulary.lexicon("features");
        this.implied = vocabulary.lexicon("implied features");
        this.absent = vocabulary.lexicon("absent features");
    }

    @Override
    public void read(Text text, Reading reading) {
        Map<String, List<Polarity.Said>> mentions = new LinkedHashMap<>();
        stated.hits(text)
                .forEach(hit -> mentions.computeIfAbsent(hit.id(), id -> new ArrayList<>())
                        .add(Polarity.of(text, hit)));
        mentions.forEach((id, said) -> reading.features.put(id, trait(text, id, said, reading)));
        absent.hits(text)
                .forEach(hit ->
                        reading.features.putIfAbsent(hit.id(), Trait.stated(false, text.words(hit.from(), hit.to()))));
        implied.hits(text).forEach(hit -> {
            Polarity.Said said = Polarity.of(text, hit);
            if (said.wanted()) {
                reading.features.putIfAbsent(hit.id(), Trait.inferred(true, said.words(text)));
            }
        });
    }

    private static Trait<Boolean> trait(Text text, String id, List<Polarity.Said> mentions, Reading reading) {
        Polarity.Said last = mentions.get(mentions.size() - 1);
        List<Polarity.Said> others =
                mentions.stream().filter(said -> said.wanted() != last.wanted()).toList();
        if (others.isEmpty() || isSecondThought(text, last)) {
            return Trait.stated(last.wanted(), last.words(text));
        }
        Polarity.Said other = others.get(0);
        reading.contradictions.add("The sentence says both '" + other.words(text) + "' and '" + last.words(text) + "'");
        Polarity.Said counts = PROTECTING.contains(id) && !last.wanted() ? other : last;
        return Trait.stated(counts.wanted(), counts.words(text));
    }

    private static boolean isSecondThought(Text text, Polarity.Said last) {
        for (int at = last.from(); at >= 0 && text.sameSentence(at, last.from()); at--) {
            if (text.isWord(at, SECOND_THOUGHTS)) {
                return true;
            }
        }
        return false;
    }
}
