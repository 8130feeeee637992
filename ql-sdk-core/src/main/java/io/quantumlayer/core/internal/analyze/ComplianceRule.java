package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Programme;
import java.util.Map;
import java.util.Set;

/** Reads the compliance programmes: named ones as stated, those that the subject suggests as inferred. */
final class ComplianceRule implements Rule {
    /** Names that are other words too unless somebody writes them in capitals. */
    private static final Set<String> CAPITALS = Set.of("cis", "sox", "ferpa");

    private final Lexicon stated;
    private final Lexicon implied;

    ComplianceRule(Vocabulary vocabulary) {
        this.stated = vocabulary.lexicon("compliance");
        this.implied = vocabulary.lexicon("implied compliance");
    }

    @Override
    public void read(Text text, Reading reading) {
        for (Lexicon.Hit hit : stated.hits(text)) {
            boolean named =
                    hit.to() - hit.from() > 1 || !text.isWord(hit.from(), CAPITALS) || text.isUpperCase(hit.from());
            if (named) {
                Polarity.Said said = Polarity.of(text, hit);
                reading.compliance.put(new Programme(hit.id()), Trait.stated(said.wanted(), said.words(text)));
            }
        }
        implied.hits(text).stream()
                .map(hit -> Map.entry(new Programme(hit.id()), Polarity.of(text, hit)))
                .filter(entry -> entry.getValue().wanted())
                .forEach(entry -> reading.compliance.putIfAbsent(
                        entry.getKey(), Trait.inferred(true, entry.getValue().words(text))));
    }
}
