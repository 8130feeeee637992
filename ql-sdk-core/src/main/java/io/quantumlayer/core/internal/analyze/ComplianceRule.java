package io.quantumlayer.core.internal.analyze;

import io.quantumlayer.api.app.Trait;
import io.quantumlayer.api.plan.Programme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the compliance programmes: named ones as stated, also those that nobody here knows, and those that the subject
 * suggests as inferred. Of two opposite words on one the last counts if it is a second thought; else they are a
 * contradiction and the programme is kept.
 */
final class ComplianceRule implements Rule {
    /** Names that are other words too unless somebody writes them in capitals. */
    private static final Set<String> CAPITALS = Words.of("cis sox ferpa phi emr hds ens pdpa appi");

    private final Lexicon stated;
    private final Lexicon implied;
    private final Bystanders bystanders;

    ComplianceRule(Vocabulary vocabulary) {
        this.stated = vocabulary.inflected("compliance");
        this.implied = vocabulary.lexicon("implied compliance");
        this.bystanders = new Bystanders(vocabulary);
    }

    @Override
    public void read(Text text, Reading reading) {
        List<Lexicon.Hit> hits = new ArrayList<>(stated.hits(text).stream()
                .filter(hit -> isName(text, hit) && !bystanders.isAt(text, hit))
                .toList());
        hits.addAll(OtherProgrammes.named(text, hits));
        Map<String, List<Polarity.Said>> mentions = new LinkedHashMap<>();
        hits.forEach(hit ->
                mentions.computeIfAbsent(hit.id(), id -> new ArrayList<>()).add(Polarity.of(text, hit)));
        mentions.forEach(
                (id, said) -> reading.compliance.put(new Programme(id), Mentions.resolve(text, said, true, reading)));
        implied.hits(text).stream()
                .filter(hit -> isName(text, hit) && !OtherSubjects.isAt(text, hit))
                .map(hit -> Map.entry(new Programme(hit.id()), Polarity.of(text, hit)))
                .filter(entry -> entry.getValue().wanted())
                .forEach(entry -> reading.compliance.putIfAbsent(
                        entry.getKey(), Trait.inferred(true, entry.getValue().words(text))));
    }

    private static boolean isName(Text text, Lexicon.Hit hit) {
        return hit.to() - hit.from() > 1 || !text.isWord(hit.from(), CAPITALS) || text.isUpperCase(hit.from());
    }
}
